/// Some items of a data set, ready for a model.
public struct Batch<Input> {
  /// What the model is called with.
  public var input: Input
  /// What it should answer; the first axis counts the items.
  public var targets: Tensor

  public init(input: Input, targets: Tensor) {
    self.input = input
    self.targets = targets
  }
}

/// Items to train or validate on.
public protocol Dataset {
  associatedtype Input

  /// How many items there are.
  var count: Int { get }

  /// The items at some positions, 0 to `count` − 1, in that order.
  func batch(at positions: [Int]) -> Batch<Input>
}
