// The same reductions over several axes as the tensors', recorded, and the extremes.
extension Variable {
  /// The sum along several axes; see ``Tensor/sum(axes:keepDimension:)``.
  public func sum(axes: [Int], keepDimension: Bool = false) -> Variable {
    let (shape, axes) = (value.shape, value.resolve(axes, "sum"))
    let kept = value.shape(reducing: axes, keepDimension: true)
    return recorded(value.sum(axes: axes, keepDimension: keepDimension)) { upstream in
      upstream.reshape(kept).broadcast(to: shape)
    }
  }

  /// The mean along several axes; see ``Tensor/sum(axes:keepDimension:)``.
  public func mean(axes: [Int], keepDimension: Bool = false) -> Variable {
    let (shape, axes) = (value.shape, value.resolve(axes, "mean"))
    let kept = value.shape(reducing: axes, keepDimension: true)
    let count = Float(value.count(along: axes))
    return recorded(value.mean(axes: axes, keepDimension: keepDimension)) { upstream in
      (upstream / count).reshape(kept).broadcast(to: shape)
    }
  }

  /// The variance of all elements; see ``Tensor/variance(axes:unbiased:keepDimension:)``.
  public func variance(unbiased: Bool = true) -> Variable {
    variance(axes: Array(0..<value.rank), unbiased: unbiased)
  }

  /// The variance along an axis; see ``Tensor/variance(axes:unbiased:keepDimension:)``.
  public func variance(axis: Int, unbiased: Bool = true, keepDimension: Bool = false) -> Variable {
    variance(axes: [axis], unbiased: unbiased, keepDimension: keepDimension)
  }

  /// The variance along several axes; see ``Tensor/variance(axes:unbiased:keepDimension:)``.
  public func variance(
    axes: [Int], unbiased: Bool = true, keepDimension: Bool = false
  ) -> Variable {
    let axes = value.resolve(axes, "variance")
    let centred = self - mean(axes: axes, keepDimension: true)
    let degrees = value.count(along: axes) - (unbiased ? 1 : 0)
    return (centred * centred).sum(axes: axes, keepDimension: keepDimension) / Float(degrees)
  }

  /// The largest element; see ``max(axes:keepDimension:)``.
  public func max() -> Variable { extreme("max", value.max(), along: Array(0..<value.rank)) }

  /// The largest elements along an axis; see ``max(axes:keepDimension:)``.
  public func max(axis: Int, keepDimension: Bool = false) -> Variable {
    max(axes: [axis], keepDimension: keepDimension)
  }

  /// The largest elements along several axes. Equal ones share the gradient evenly, as with
  /// PyTorch's `amax` (its `max` along an axis gives all to one of them).
  public func max(axes: [Int], keepDimension: Bool = false) -> Variable {
    extreme("max", value.max(axes: axes, keepDimension: keepDimension), along: axes)
  }

  /// The smallest element; see ``max(axes:keepDimension:)``.
  public func min() -> Variable { extreme("min", value.min(), along: Array(0..<value.rank)) }

  /// The smallest elements along an axis; see ``max(axes:keepDimension:)``.
  public func min(axis: Int, keepDimension: Bool = false) -> Variable {
    min(axes: [axis], keepDimension: keepDimension)
  }

  /// The smallest elements along several axes; see ``max(axes:keepDimension:)``.
  public func min(axes: [Int], keepDimension: Bool = false) -> Variable {
    extreme("min", value.min(axes: axes, keepDimension: keepDimension), along: axes)
  }

  /// The Euclidean norm of all elements; see ``norm(axis:keepDimension:)``.
  public func norm() -> Variable {
    norm(value.norm(), keptShape: [Int](repeating: 1, count: value.rank))
  }

  /// The Euclidean norms along an axis; see ``Tensor/norm(axis:keepDimension:)``. The gradient
  /// x / ‖x‖ is taken as 0 where the norm is 0.
  public func norm(axis: Int, keepDimension: Bool = false) -> Variable {
    let kept = value.shape(reducing: value.resolve([axis], "norm"), keepDimension: true)
    return norm(value.norm(axis: axis, keepDimension: keepDimension), keptShape: kept)
  }

  private func extreme(_ name: StaticString, _ result: Tensor, along axes: [Int]) -> Variable {
    // The result's computation has checked the axes.
    let (operand, axes) = (value, value.resolve(axes, "max"))
    let kept = operand.shape(reducing: axes, keepDimension: true)
    return recorded(result, name: name) { upstream in
      let isExtreme = operand .== result.reshape(kept)
      let share = upstream.reshape(kept) / isExtreme.sum(axes: axes, keepDimension: true)
      return isExtreme * share
    }
  }

  private func norm(_ result: Tensor, keptShape: [Int]) -> Variable {
    let operand = value
    return recorded(result) { upstream in
      let norms = result.reshape(keptShape)
      let share = upstream.reshape(keptShape) / norms
      return operand * .where(norms .== Tensor(0), Tensor(0), share)
    }
  }
}
