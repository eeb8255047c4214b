// The same reductions and changes of shape as the tensors', recorded.

extension Variable {
  /// The sum of all elements, of shape `[]`.
  public func sum() -> Variable {
    let shape = value.shape
    return recorded(value.sum()) { $0.broadcast(to: shape) }
  }

  /// The sum along an axis; see ``Tensor/sum(axis:keepDimension:)``.
  public func sum(axis: Int, keepDimension: Bool = false) -> Variable {
    let shape = value.shape
    let kept = AxisView(shape, value.resolve(axis, "sum")).shape(ofLength: 1)
    return recorded(value.sum(axis: axis, keepDimension: keepDimension)) { upstream in
      upstream.reshape(kept).broadcast(to: shape)
    }
  }

  /// The mean of all elements, of shape `[]`.
  public func mean() -> Variable {
    let (shape, count) = (value.shape, Float(value.count))
    return recorded(value.mean()) { ($0 / count).broadcast(to: shape) }
  }

  /// The mean along an axis; see ``Tensor/sum(axis:keepDimension:)``.
  public func mean(axis: Int, keepDimension: Bool = false) -> Variable {
    mean(axes: [axis], keepDimension: keepDimension)
  }

  /// The same elements in another shape; see ``Tensor/reshape(_:)``.
  public func reshape(_ shape: [Int]) -> Variable {
    let original = value.shape
    return recorded(value.reshape(shape)) { $0.reshape(original) }
  }

  /// Rows become columns.
  public var transposed: Variable { transpose() }

  /// The axes in another order; see ``Tensor/transpose(_:)``.
  public func transpose(_ order: [Int]? = nil) -> Variable {
    let order = order ?? Array((0..<value.rank).reversed())
    return recorded(value.transpose(order)) { upstream in
      var inverse = order
      for (position, axis) in order.enumerated() { inverse[axis] = position }
      return upstream.transpose(inverse)
    }
  }

  /// The part of an axis in `range`.
  public func slice(axis: Int, _ range: Range<Int>) -> Variable {
    let shape = value.shape
    let axis = value.resolve(axis, "slice")
    return recorded(value.slice(axis: axis, range)) { upstream in
      var (before, after) = (shape, shape)
      before[axis] = range.lowerBound
      after[axis] = shape[axis] - range.upperBound
      return .concatenate([.zeros(before), upstream, .zeros(after)], axis: axis)
    }
  }

  /// The part of the first axis in `range`.
  public func rows(_ range: Range<Int>) -> Variable {
    slice(axis: 0, range)
  }

  /// Puts variables one after the other along an axis.
  public static func concatenate(_ variables: [Variable], axis: Int = 0) -> Variable {
    let value = Tensor.concatenate(variables.map(\.value), axis: axis)
    let axis = value.resolve(axis, "concatenate")
    let lengths = variables.map { $0.value.shape[axis] }
    return .recorded(value, from: variables) { upstream in
      var start = 0
      return lengths.map { length in
        defer { start += length }
        return .dense(upstream.slice(axis: axis, start..<start + length))
      }
    }
  }
}
