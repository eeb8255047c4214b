// The same sums, products and deviations as the tensors', recorded.
extension Variable {
  /// Along an axis the sum of all elements up to each; see ``Tensor/cumulativeSum(axis:)``.
  public func cumulativeSum(axis: Int) -> Variable {
    recorded(value.cumulativeSum(axis: axis)) { upstream in
      upstream.flip(axis: axis).cumulativeSum(axis: axis).flip(axis: axis)
    }
  }

  /// The product of all elements, of shape `[]`.
  public func product() -> Variable {
    let operand = value
    return recorded(operand.product()) { upstream in
      operand.reshape([operand.count]).productOfOthers(axis: 0).reshape(operand.shape) * upstream
    }
  }

  /// The products along an axis; see ``Tensor/product(axis:keepDimension:)``. The gradient is right
  /// where elements are 0, too.
  public func product(axis: Int, keepDimension: Bool = false) -> Variable {
    let (operand, axis) = (value, value.resolve(axis, "product"))
    let kept = operand.shape(reducing: [axis], keepDimension: true)
    return recorded(operand.product(axis: axis, keepDimension: keepDimension)) { upstream in
      operand.productOfOthers(axis: axis) * upstream.reshape(kept)
    }
  }

  /// The standard deviation of all elements; see
  /// ``standardDeviation(axis:unbiased:keepDimension:)``.
  public func standardDeviation(unbiased: Bool = true) -> Variable {
    deviation(along: Array(0..<value.rank), value.standardDeviation(unbiased: unbiased), unbiased)
  }

  /// The standard deviation along an axis. Its gradient is taken as 0 where the deviation is 0, as
  /// in PyTorch.
  public func standardDeviation(
    axis: Int, unbiased: Bool = true, keepDimension: Bool = false
  ) -> Variable {
    deviation(
      along: value.resolve([axis], "standardDeviation"),
      value.standardDeviation(axis: axis, unbiased: unbiased, keepDimension: keepDimension),
      unbiased)
  }

  private func deviation(along axes: [Int], _ result: Tensor, _ unbiased: Bool) -> Variable {
    let operand = value
    let kept = operand.shape(reducing: axes, keepDimension: true)
    let degrees = Float(operand.count(along: axes) - (unbiased ? 1 : 0))
    return recorded(result, name: "standardDeviation") { upstream in
      let deviation = result.reshape(kept)
      let share = upstream.reshape(kept) / (deviation * degrees)
      let centred = operand - operand.mean(axes: axes, keepDimension: true)
      return centred * .where(deviation .== 0, Tensor(0), share)
    }
  }

  /// log Σ eˣ of all elements; see ``Tensor/logSumExp(axis:keepDimension:)``.
  public func logSumExp() -> Variable {
    logSumExp(value.logSumExp(), keptShape: [Int](repeating: 1, count: value.rank))
  }

  /// log Σ eˣ along an axis, without overflow. Its gradient is the softmax.
  public func logSumExp(axis: Int, keepDimension: Bool = false) -> Variable {
    let kept = value.shape(reducing: value.resolve([axis], "logSumExp"), keepDimension: true)
    return logSumExp(value.logSumExp(axis: axis, keepDimension: keepDimension), keptShape: kept)
  }

  private func logSumExp(_ result: Tensor, keptShape: [Int]) -> Variable {
    let operand = value
    return recorded(result) { upstream in
      let result = result.reshape(keptShape)
      // Of nothing but -infinity no element has a share.
      let shift = Tensor.where(result .== Float(-Float.infinity), Tensor(0), result)
      return (operand - shift).exp() * upstream.reshape(keptShape)
    }
  }

  /// The softmax along any axis; see ``softmax()``.
  public func softmax(axis: Int) -> Variable {
    withAxisLast(value.resolve(axis, "softmax")) { $0.softmax() }
  }

  /// The logarithm of the softmax along any axis.
  public func logSoftmax(axis: Int) -> Variable {
    withAxisLast(value.resolve(axis, "logSoftmax")) { $0.logSoftmax() }
  }

  private func withAxisLast(_ axis: Int, _ operation: (Variable) -> Variable) -> Variable {
    if axis == value.rank - 1 { return operation(self) }
    let order = value.swapping(axis)
    return operation(transpose(order)).transpose(order)
  }
}
