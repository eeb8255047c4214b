extension Tensor {
  /// The `count` largest elements along the last axis, largest first, and where they are:
  /// of `[…, width]`, two of shape `[…, count]`.
  ///
  /// Of equal elements the one with the lower index comes first (PyTorch's `topk` leaves that
  /// open). NaN counts as larger than any number, as in PyTorch.
  ///
  /// - Parameter largest: false gives the smallest, smallest first, NaN last.
  public func topK(_ count: Int, largest: Bool = true) -> (values: Tensor, indices: Indices) {
    let (rows, width) = rowsAndWidth("topK")
    if count < 0 || count > width {
      stop("topK", "\(count) of \(width) elements asked for; the shape is \(shape)")
    }
    var indices: [Int32] = []
    var values: [Float] = []
    withUnsafeScalars { elements in
      for row in 0..<rows {
        let keys = (0..<width).map { column in
          let rank = Tensor.rank(of: elements[row * width + column])
          // Equal ranks go by the column, the lower first.
          return UInt64(largest ? ~rank : rank) << 32 | UInt64(column)
        }
        let found = keys.sorted().prefix(count).map { Int(UInt32(truncatingIfNeeded: $0)) }
        indices += found.map { Int32($0) }
        values += found.map { elements[row * width + $0] }
      }
    }
    let shape = Array(self.shape.dropLast()) + [count]
    return (Tensor(shape: shape, scalars: values), Indices(shape: shape, values: indices))
  }

  /// A whole number that is larger for a larger element, and the largest for NaN.
  static func rank(of element: Float) -> UInt32 {
    if element.isNaN { return .max }
    // 0 and -0 are equal.
    let bits = element == 0 ? 0 : element.bitPattern
    return bits >> 31 == 1 ? ~bits : bits | 0x8000_0000
  }
}
