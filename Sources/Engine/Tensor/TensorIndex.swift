/// What chooses along one axis in ``Tensor/subscript(_:)-(TensorIndex...)``: a number, which takes
/// the axis away, or a range, which keeps it.
public protocol TensorIndex {
  /// The positions along an axis of `length`, and whether the axis stays; nil when out of range.
  func positions(along length: Int) -> (range: Range<Int>, keepsAxis: Bool)?
}

extension Int: TensorIndex {
  public func positions(along length: Int) -> (range: Range<Int>, keepsAxis: Bool)? {
    self >= 0 && self < length ? (self..<self + 1, false) : nil
  }
}

extension Range<Int>: TensorIndex {
  public func positions(along length: Int) -> (range: Range<Int>, keepsAxis: Bool)? {
    lowerBound >= 0 && upperBound <= length ? (self, true) : nil
  }
}

extension ClosedRange<Int>: TensorIndex {
  public func positions(along length: Int) -> (range: Range<Int>, keepsAxis: Bool)? {
    lowerBound >= 0 && upperBound < length ? (Range(self), true) : nil
  }
}

extension PartialRangeFrom<Int>: TensorIndex {
  public func positions(along length: Int) -> (range: Range<Int>, keepsAxis: Bool)? {
    lowerBound >= 0 && lowerBound <= length ? (lowerBound..<length, true) : nil
  }
}

extension PartialRangeUpTo<Int>: TensorIndex {
  public func positions(along length: Int) -> (range: Range<Int>, keepsAxis: Bool)? {
    upperBound >= 0 && upperBound <= length ? (0..<upperBound, true) : nil
  }
}

extension PartialRangeThrough<Int>: TensorIndex {
  public func positions(along length: Int) -> (range: Range<Int>, keepsAxis: Bool)? {
    upperBound >= 0 && upperBound < length ? (0..<upperBound + 1, true) : nil
  }
}

/// The part of a tensor that a list of indices chooses, one for each axis from the first on; axes
/// without one are taken whole.
struct TensorRegion {
  private let whole: [Int]
  private let ranges: [Range<Int>]
  /// The shape without the axes that a number was given for.
  let shape: [Int]

  init(_ indices: [any TensorIndex], in whole: [Int]) {
    if indices.count > whole.count {
      stop("subscript", "\(indices.count) indices for the shape \(whole)")
    }
    var ranges: [Range<Int>] = []
    var shape: [Int] = []
    for (axis, length) in whole.enumerated() {
      let index: any TensorIndex = axis < indices.count ? indices[axis] : 0..<length
      guard let found = index.positions(along: length) else {
        stop(
          "subscript",
          "index \(TensorRegion.text(of: index)) is out of range for axis \(axis) of the shape "
            + "\(whole)")
      }
      ranges.append(found.range)
      if found.keepsAxis { shape.append(found.range.count) }
    }
    (self.whole, self.ranges, self.shape) = (whole, ranges, shape)
  }

  private static func text(of index: any TensorIndex) -> String {
    switch index {
    case let range as PartialRangeFrom<Int>: "\(range.lowerBound)..."
    case let range as PartialRangeUpTo<Int>: "..<\(range.upperBound)"
    case let range as PartialRangeThrough<Int>: "...\(range.upperBound)"
    default: "\(index)"
    }
  }

  /// Calls `body` with each row of elements that lie side by side: where it begins in the whole
  /// and in the part, and its length.
  func forEachRow(_ body: (_ whole: Int, _ part: Int, _ length: Int) -> Void) {
    var part = 0
    func visit(_ axis: Int, _ start: Int) {
      guard axis < whole.count - 1 else {
        let range = ranges.last ?? 0..<1
        body(start + range.lowerBound, part, range.count)
        part += range.count
        return
      }
      for position in ranges[axis] { visit(axis + 1, (start + position) * whole[axis + 1]) }
    }
    visit(0, 0)
  }
}
