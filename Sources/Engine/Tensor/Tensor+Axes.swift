// Reductions over several axes, one axis after the other from the last, and the variance.
extension Tensor {
  /// The sum along several axes: of `[batch, rows, columns]` along 1 and 2, `[batch]`.
  ///
  /// - Parameters:
  ///   - axes: counted from 0; -1 is the last. Each at most once.
  ///   - keepDimension: keeps the axes, with length 1, so that the result broadcasts.
  public func sum(axes: [Int], keepDimension: Bool = false) -> Tensor {
    reduce(axes, keepDimension, "sum") { $0.sum(axis: $1, keepDimension: true) }
  }

  /// The mean along several axes; see ``sum(axes:keepDimension:)``.
  public func mean(axes: [Int], keepDimension: Bool = false) -> Tensor {
    let axes = resolve(axes, "mean")
    return sum(axes: axes, keepDimension: keepDimension) / Float(count(along: axes))
  }

  /// The largest elements along several axes; see ``sum(axes:keepDimension:)``.
  public func max(axes: [Int], keepDimension: Bool = false) -> Tensor {
    checkElements(along: axes, "max")
    return reduce(axes, keepDimension, "max") { $0.max(axis: $1, keepDimension: true) }
  }

  /// The smallest elements along several axes; see ``sum(axes:keepDimension:)``.
  public func min(axes: [Int], keepDimension: Bool = false) -> Tensor {
    checkElements(along: axes, "min")
    return reduce(axes, keepDimension, "min") { $0.min(axis: $1, keepDimension: true) }
  }

  /// The variance of all elements, of shape `[]`; see ``variance(axes:unbiased:keepDimension:)``.
  public func variance(unbiased: Bool = true) -> Tensor {
    variance(axes: Array(0..<rank), unbiased: unbiased)
  }

  /// The variance along an axis; see ``variance(axes:unbiased:keepDimension:)``.
  public func variance(axis: Int, unbiased: Bool = true, keepDimension: Bool = false) -> Tensor {
    variance(axes: [axis], unbiased: unbiased, keepDimension: keepDimension)
  }

  /// The variance along several axes, Σ (x − mean)² / (n − 1).
  ///
  /// - Parameter unbiased: false divides by n. PyTorch's `var` has the same default, as its
  ///   `correction=1`; its batch and layer normalisation divide by n.
  public func variance(
    axes: [Int], unbiased: Bool = true, keepDimension: Bool = false
  ) -> Tensor {
    let axes = resolve(axes, "variance")
    let centred = self - mean(axes: axes, keepDimension: true)
    let degrees = count(along: axes) - (unbiased ? 1 : 0)
    return (centred * centred).sum(axes: axes, keepDimension: keepDimension) / Float(degrees)
  }

  /// The axes counted from 0, the last first; stops the program when one occurs twice.
  func resolve(_ axes: [Int], _ operation: String) -> [Int] {
    let resolved = axes.map { resolve($0, operation) }.sorted(by: >)
    if zip(resolved, resolved.dropFirst()).contains(where: { $0 == $1 }) {
      stop(operation, "an axis of the shape \(shape) occurs twice in \(axes)")
    }
    return resolved
  }

  /// How many elements are reduced to one; the axes are resolved.
  func count(along axes: [Int]) -> Int {
    axes.reduce(1) { $0 * shape[$1] }
  }

  /// The shape with these axes, which are resolved, of length 1 or without them.
  func shape(reducing axes: [Int], keepDimension: Bool) -> [Int] {
    shape.indices.compactMap { axis in
      axes.contains(axis) ? (keepDimension ? 1 : nil) : shape[axis]
    }
  }

  /// Stops the program where nothing has to be reduced to something.
  private func checkElements(along axes: [Int], _ operation: String) {
    if let axis = resolve(axes, operation).last(where: { shape[$0] == 0 }) {
      stop(operation, "axis \(axis) of the shape \(shape) is empty")
    }
  }

  private func reduce(
    _ axes: [Int], _ keepDimension: Bool, _ operation: String,
    along reduction: (Tensor, Int) -> Tensor
  ) -> Tensor {
    let axes = resolve(axes, operation)
    return axes.reduce(self, reduction)
      .reshape(shape(reducing: axes, keepDimension: keepDimension))
  }
}
