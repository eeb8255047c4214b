/// Layers in a row: each gets what the one before it gives.
///
/// ```swift
/// let model = Sequential(inputs: 4, using: &random) {
///   Linear.outputs(16)
///   ReLU()
///   Dropout(rate: 0.1)
///   Linear.outputs(3)
/// }
/// ```
///
/// Here the generator is named once, and each layer's inputs are the outputs of the one before it.
/// Layers that are made already can be put in a row as well, the two forms give the same weights:
///
/// ```swift
/// let model = Sequential {
///   Linear(inputs: 4, outputs: 16, using: &random)
///   ReLU()
///   Linear(inputs: 16, outputs: 3, using: &random)
/// }
/// ```
///
/// Parameters are numbered as in PyTorch's `nn.Sequential`: `0.weight`, `0.bias`, `3.weight`.
public struct Sequential: UnaryLayer, Model {
  public typealias Input = Tensor

  public let layers: [any UnaryLayer]

  public init(_ layers: [any UnaryLayer]) {
    self.layers = layers
  }

  public init(@SequentialBuilder _ layers: () throws -> [any UnaryLayer]) rethrows {
    self.layers = try layers()
  }

  /// Layers for rows of `inputs` numbers; see ``init(inputs:using:_:)-([Int],_,_)``.
  public init(
    inputs: Int, using random: inout RandomGenerator,
    @LayerMakerBuilder _ layers: () throws -> [LayerMaker]
  ) rethrows {
    try self.init(inputs: [inputs], using: &random, layers)
  }

  /// Layers that are made one after the other, each for what the one before it gives.
  ///
  /// - Parameters:
  ///   - inputs: the shape of one item that goes in, without the batch: `[1, 28, 28]` for images of
  ///     one channel.
  ///   - random: where the layers' weights come from.
  ///   - layers: layers, and makers of layers such as ``Linear/outputs(_:hasBias:initializer:)``.
  public init(
    inputs: [Int], using random: inout RandomGenerator,
    @LayerMakerBuilder _ layers: () throws -> [LayerMaker]
  ) rethrows {
    let makers = try layers()
    var row = LayersInTheMaking(inputs: inputs)
    for maker in makers { row.append(maker, using: &random) }
    self.layers = row.layers
  }

  public var parameters: [NamedParameter] {
    var collector = ParameterCollector()
    collector.collectMembers(of: layers)
    return collector.parameters
  }

  public func callAsFunction(_ input: Variable) -> Variable {
    layers.reduce(input) { $1($0) }
  }

  public func callAsFunction(_ input: Tensor) -> Variable {
    self(Variable(input, requiresGradient: false))
  }
}

/// Makes the list of layers of a ``Sequential`` from the lines of its closure.
@resultBuilder
public enum SequentialBuilder {
  public static func buildExpression(_ layer: any UnaryLayer) -> [any UnaryLayer] { [layer] }

  @available(
    *, unavailable,
    message: "write Sequential(inputs: …, using: &random) { … } to have layers made"
  )
  public static func buildExpression(_ maker: LayerMaker) -> [any UnaryLayer] { [] }

  @available(
    *, unavailable,
    message: "a layer in a Sequential maps one variable to one: it must be a UnaryLayer"
  )
  public static func buildExpression<Other>(_ other: Other) -> [any UnaryLayer] { [] }

  public static func buildBlock(_ parts: [any UnaryLayer]...) -> [any UnaryLayer] {
    parts.flatMap { $0 }
  }

  public static func buildOptional(_ part: [any UnaryLayer]?) -> [any UnaryLayer] { part ?? [] }

  public static func buildEither(first part: [any UnaryLayer]) -> [any UnaryLayer] { part }

  public static func buildEither(second part: [any UnaryLayer]) -> [any UnaryLayer] { part }

  public static func buildArray(_ parts: [[any UnaryLayer]]) -> [any UnaryLayer] {
    parts.flatMap { $0 }
  }
}
