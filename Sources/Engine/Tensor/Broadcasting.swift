/// How two shapes become one: aligned at their last axis, axes of length 1 and missing ones
/// repeat.
enum Broadcasting {
  /// The common shape, or nil when the shapes do not fit.
  static func shape(_ left: [Int], _ right: [Int]) -> [Int]? {
    if left == right { return left }
    var result = left.count >= right.count ? left : right
    for fromEnd in 1...max(min(left.count, right.count), 1) {
      if fromEnd > left.count || fromEnd > right.count { break }
      let (a, b) = (left[left.count - fromEnd], right[right.count - fromEnd])
      if a != b && a != 1 && b != 1 { return nil }
      result[result.count - fromEnd] = a == 1 ? b : a
    }
    return result
  }

  /// How far the next element along each axis of `result` is in a tensor of the given shape; 0
  /// where it repeats.
  static func strides(_ shape: [Int], in result: [Int]) -> [Int] {
    var strides = [Int](repeating: 0, count: result.count)
    var step = 1
    for fromEnd in stride(from: 1, through: shape.count, by: 1) {
      let length = shape[shape.count - fromEnd]
      if length != 1 { strides[result.count - fromEnd] = step }
      step *= length
    }
    return strides
  }
}
