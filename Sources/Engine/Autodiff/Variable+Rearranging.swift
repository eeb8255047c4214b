// The same changes of shape as the tensors', recorded.
extension Variable {
  /// Without an axis, which must have length 1.
  public func squeeze(axis: Int) -> Variable {
    let shape = value.shape
    return recorded(value.squeeze(axis: axis)) { $0.reshape(shape) }
  }

  /// Without the axes of length 1.
  public func squeeze() -> Variable {
    let shape = value.shape
    return recorded(value.squeeze()) { $0.reshape(shape) }
  }

  /// With a new axis of length 1; see ``Tensor/unsqueeze(axis:)``.
  public func unsqueeze(axis: Int) -> Variable {
    let shape = value.shape
    return recorded(value.unsqueeze(axis: axis)) { $0.reshape(shape) }
  }

  /// Copies side by side, whose gradients add up; see ``Tensor/tile(_:)``.
  public func tile(_ counts: [Int]) -> Variable {
    let shape = value.shape
    let (from, to, _) = value.tiling(counts)
    return recorded(value.tile(counts)) { $0.reshape(to).sum(to: from).reshape(shape) }
  }

  /// With a constant around it; see ``Tensor/pad(_:with:)``.
  public func pad(_ widths: [(before: Int, after: Int)], with constant: Float = 0) -> Variable {
    let region = value.padding(widths).region
    return recorded(value.pad(widths, with: constant)) { $0.part(region) }
  }

  /// Matrices with zeros above the diagonal; see ``Tensor/lowerTriangle(diagonal:)``.
  public func lowerTriangle(diagonal: Int = 0) -> Variable {
    recorded(value.lowerTriangle(diagonal: diagonal)) { $0.lowerTriangle(diagonal: diagonal) }
  }

  /// Matrices with zeros below the diagonal; see ``Tensor/upperTriangle(diagonal:)``.
  public func upperTriangle(diagonal: Int = 0) -> Variable {
    recorded(value.upperTriangle(diagonal: diagonal)) { $0.upperTriangle(diagonal: diagonal) }
  }

  /// The elements along an axis in reverse.
  public func flip(axis: Int) -> Variable {
    recorded(value.flip(axis: axis)) { $0.flip(axis: axis) }
  }

  /// Parts of these lengths along an axis, which must add up to its length.
  public func split(_ lengths: [Int], axis: Int = 0) -> [Variable] {
    value.splitting(lengths, axis).map { slice(axis: axis, $0) }
  }

  /// Equal parts along an axis, whose length must be a multiple of their number.
  public func split(into count: Int, axis: Int = 0) -> [Variable] {
    split(value.equalLengths(count, axis), axis: axis)
  }

  /// The part that numbers and ranges choose; see ``Tensor/subscript(_:)-(TensorIndex...)``.
  public subscript(indices: any TensorIndex...) -> Variable {
    let (shape, region) = (value.shape, TensorRegion(indices, in: value.shape))
    return recorded(value.part(region), name: "slice") { upstream in
      var gradient = Tensor.zeros(shape)
      gradient.setPart(region, to: upstream)
      return gradient
    }
  }

  /// For each index the element at that position along the axis; what several take from one
  /// element adds up. See ``Tensor/gather(axis:_:)``.
  public func gather(axis: Int, _ indices: Indices) -> Variable {
    let shape = value.shape
    let positions = value.positions(axis: axis, indices)
    return recorded(value.gather(axis: axis, indices)) { $0.scattered(to: positions, of: shape) }
  }

  /// The elements along an axis in order; see ``Tensor/sorted(axis:descending:)``. The gradient
  /// of each goes back to where it came from.
  public func sorted(axis: Int = -1, descending: Bool = false) -> Variable {
    let axis = value.resolve(axis, "sorted")
    let (shape, order) = (value.shape, value.argsort(axis: axis, descending: descending))
    let positions = value.positions(axis: axis, order)
    return recorded(value.gather(axis: axis, order)) { $0.scattered(to: positions, of: shape) }
  }

  /// The inner product of two rows of numbers; see ``Tensor/dot(_:)``.
  public func dot(_ other: Variable) -> Variable {
    let (a, b) = (value, other.value)
    return .recorded(a.dot(b), from: [self, other]) { [.dense($0 * b), .dense($0 * a)] }
  }

  /// The product of each element of a row with each of another; see ``Tensor/outer(_:)``.
  public func outer(_ other: Variable) -> Variable {
    let (a, b) = (value, other.value)
    return .recorded(a.outer(b), from: [self, other]) { upstream in
      [.dense((upstream * b).sum(axis: 1)), .dense((upstream * a.unsqueeze(axis: 1)).sum(axis: 0))]
    }
  }
}

extension Tensor {
  /// A tensor of zeros to which each element of this one is added at its position, in order.
  fileprivate func scattered(to positions: [Int], of shape: [Int]) -> Tensor {
    var result = Tensor.zeros(shape)
    result.withUnsafeMutableScalars { result in
      withUnsafeScalars { scalars in
        for (index, position) in positions.enumerated() { result[position] += scalars[index] }
      }
    }
    return result
  }
}
