extension Tensor {
  /// The standard deviation of all elements, the square root of ``variance(unbiased:)``.
  public func standardDeviation(unbiased: Bool = true) -> Tensor {
    variance(unbiased: unbiased).sqrt()
  }

  /// The standard deviation along an axis, the square root of
  /// ``variance(axes:unbiased:keepDimension:)``.
  public func standardDeviation(
    axis: Int, unbiased: Bool = true, keepDimension: Bool = false
  ) -> Tensor {
    variance(axis: axis, unbiased: unbiased, keepDimension: keepDimension).sqrt()
  }

  /// log Σ eˣ of all elements, of shape `[]`, without overflow; -infinity when there are none.
  public func logSumExp() -> Tensor {
    reshape([count]).logSumExp(axis: 0)
  }

  /// log Σ eˣ along an axis, without overflow.
  public func logSumExp(axis: Int, keepDimension: Bool = false) -> Tensor {
    let axis = resolve(axis, "logSumExp")
    let kept = AxisView(shape, axis).shape(ofLength: 1)
    let largest = shape[axis] == 0 ? .full(kept, -.infinity) : max(axis: axis, keepDimension: true)
    // Infinities less themselves would be NaN.
    let shift = Tensor.where(largest.isFinite, largest, Tensor(0))
    let result = (self - shift).exp().sum(axis: axis, keepDimension: true).log() + shift
    return keepDimension ? result : result.reshape(AxisView(shape, axis).shape(ofLength: nil))
  }

  /// The softmax along any axis; see ``softmax()``.
  public func softmax(axis: Int) -> Tensor {
    let axis = resolve(axis, "softmax")
    return withAxisLast(axis) { $0.softmax() }
  }

  /// The logarithm of the softmax along any axis.
  public func logSoftmax(axis: Int) -> Tensor {
    let axis = resolve(axis, "logSoftmax")
    return withAxisLast(axis) { $0.logSoftmax() }
  }

  private func withAxisLast(_ axis: Int, _ operation: (Tensor) -> Tensor) -> Tensor {
    if axis == rank - 1 { return operation(self) }
    let order = swapping(axis)
    return operation(transpose(order)).transpose(order)
  }

  /// The order of axes in which `axis` and the last change places.
  func swapping(_ axis: Int) -> [Int] {
    var order = Array(0..<rank)
    order.swapAt(axis, rank - 1)
    return order
  }
}
