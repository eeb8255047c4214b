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
    let elements = scalars
    var indices: [Int32] = []
    indices.reserveCapacity(rows * count)
    for row in 0..<rows {
      let order = (0..<width).sorted { left, right in
        let (a, b) = (elements[row * width + left], elements[row * width + right])
        let comesFirst = largest ? Tensor.isLarger(a, b) : Tensor.isLarger(b, a)
        let comesLater = largest ? Tensor.isLarger(b, a) : Tensor.isLarger(a, b)
        return comesFirst || (!comesLater && left < right)
      }
      indices += order.prefix(count).map { Int32($0) }
    }
    let shape = self.shape.dropLast() + [count]
    let values = indices.enumerated().map { position, index in
      elements[position / Swift.max(1, count) * width + Int(index)]
    }
    return (
      Tensor(shape: Array(shape), scalars: values), Indices(shape: Array(shape), values: indices)
    )
  }

  private static func isLarger(_ a: Float, _ b: Float) -> Bool {
    a > b || (a.isNaN && !b.isNaN)
  }
}
