/// Values whose first axis counts items, so that some of the items can be picked.
///
/// Tensors and indices are such; so is a type of one's own that holds several of them, as the
/// targets of a model that answers two questions at once.
public protocol Rows {
  /// The length of each axis; the first is the number of items.
  var shape: [Int] { get }

  /// The items at some positions, in that order.
  func rows(at positions: [Int]) -> Self
}

extension Tensor: Rows {
  public func rows(at positions: [Int]) -> Tensor {
    gather(rows: Indices(positions))
  }
}

extension Indices: Rows {
  public func rows(at positions: [Int]) -> Indices {
    let width = Tensor.count(of: shape.dropFirst())
    if let wrong = positions.first(where: { !(0..<shape[0]).contains($0) }) {
      stop("rows(at:)", "position \(wrong) is out of range for the shape \(shape)")
    }
    return Indices(
      shape: [positions.count] + shape.dropFirst(),
      values: positions.flatMap { values[$0 * width..<($0 + 1) * width] })
  }
}
