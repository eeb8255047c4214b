/// Some items of a data set, ready for a model.
public struct Batch<Input, Targets> {
  /// What the model is called with.
  public var input: Input
  /// What it should answer; the first axis counts the items.
  public var targets: Targets

  public init(input: Input, targets: Targets) {
    self.input = input
    self.targets = targets
  }
}

/// Items to train or validate on.
public protocol Dataset {
  /// What a batch holds for the model.
  associatedtype Input
  /// What a ``Loss`` compares predictions with: a `Tensor` of numbers, the `Indices` of classes,
  /// or a type of one's own that holds several of these.
  associatedtype Targets

  /// How many items there are.
  var count: Int { get }

  /// The items at some positions, 0 to `count` − 1, in that order.
  func batch(at positions: [Int]) -> Batch<Input, Targets>

  /// The random order in which one epoch looks at the items; unless a data set says otherwise,
  /// that of ``RandomGenerator/permutation(_:)``. See ``BlockOrder`` for data sets that are too
  /// large for it.
  func order(using random: RandomGenerator) -> any ItemOrder
}
