/// Rows of inputs and their targets, held in memory.
public struct TensorDataset: Dataset, Sendable {
  /// The first axis counts the items.
  public let inputs: Tensor
  /// The first axis counts the items.
  public let targets: Tensor

  public init(inputs: Tensor, targets: Tensor) {
    guard let count = inputs.shape.first, targets.shape.first == count else {
      fatalError(
        "TensorDataset: inputs \(inputs.shape) and targets \(targets.shape) must have the same "
          + "first axis")
    }
    self.inputs = inputs
    self.targets = targets
  }

  public var count: Int { inputs.shape[0] }

  public func batch(at positions: [Int]) -> Batch<Tensor> {
    Batch(input: rows(positions, of: inputs), targets: rows(positions, of: targets))
  }

  /// Row by row, whatever the rank.
  private func rows(_ positions: [Int], of tensor: Tensor) -> Tensor {
    let ids = Indices(positions)
    let width = tensor.shape.dropFirst().reduce(1, *)
    let picked = tensor.reshape([count, width]).gather(rows: ids)
    return picked.reshape([positions.count] + tensor.shape.dropFirst())
  }
}
