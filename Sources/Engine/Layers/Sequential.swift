/// Layers in a row: each gets what the one before it gives.
///
/// ```swift
/// let model = Sequential {
///   Linear(inputs: 4, outputs: 16, using: &random)
///   ReLU()
///   Dropout(rate: 0.1)
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
