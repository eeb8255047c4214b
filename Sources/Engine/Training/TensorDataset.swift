/// Inputs and their targets, held in memory: tensors, or indices.
///
///     TensorDataset(inputs: pixels, targets: Indices(classes))
public struct TensorDataset<Input: Rows, Targets: Rows>: Dataset {
  /// The first axis counts the items.
  public let inputs: Input
  /// The first axis counts the items.
  public let targets: Targets

  public init(inputs: Input, targets: Targets) {
    guard let count = inputs.shape.first, targets.shape.first == count else {
      stop(
        "TensorDataset",
        "inputs \(inputs.shape) and targets \(targets.shape) must have the same first axis")
    }
    self.inputs = inputs
    self.targets = targets
  }

  public var count: Int { inputs.shape[0] }

  public func batch(at positions: [Int]) -> Batch<Input, Targets> {
    Batch(input: inputs.rows(at: positions), targets: targets.rows(at: positions))
  }
}

extension TensorDataset: Sendable where Input: Sendable, Targets: Sendable {}
