/// A layer that ``Sequential/init(inputs:using:_:)-(Int,_,_)`` is yet to make, for the inputs that
/// the layer before it gives.
///
///     Linear.outputs(50)
///
/// PyTorch's `nn.LazyLinear` takes its inputs from the first batch instead. For a layer of one's own:
///
///     LayerMaker { shape, random in Residual(width: shape[0], using: &random) }
public struct LayerMaker {
  enum Kind {
    case layer(any UnaryLayer)
    case closure((_ shape: [Int], _ random: inout RandomGenerator) -> any UnaryLayer)
  }

  let kind: Kind

  /// - Parameter make: gets the shape of one item that goes in, without the batch: `[width]`, or
  ///   `[channels, height, width]`.
  public init(
    _ make: @escaping (_ shape: [Int], _ random: inout RandomGenerator) -> any UnaryLayer
  ) {
    kind = .closure(make)
  }

  /// A layer that is made already.
  public init(_ layer: any UnaryLayer) {
    kind = .layer(layer)
  }
}

/// A row of layers that grows, and the shape of what it gives.
struct LayersInTheMaking {
  private(set) var layers: [any UnaryLayer] = []
  /// Of one item, after the first `shapedCount` layers.
  private var shape: [Int]
  private var shapedCount = 0

  init(inputs: [Int]) {
    if inputs.contains(where: { $0 < 1 }) {
      stop("Sequential", "items of shape \(inputs) hold nothing; every length must be at least 1")
    }
    shape = inputs
  }

  mutating func append(_ maker: LayerMaker, using random: inout RandomGenerator) {
    switch maker.kind {
    case .layer(let layer): layers.append(layer)
    case .closure(let make):
      findShape()
      layers.append(make(shape, &random))
    }
  }

  /// An empty batch tells the shape that layers give. It is not asked for before it is needed, since
  /// a layer of one's own may not take an empty batch.
  private mutating func findShape() {
    let empty = Variable(.zeros([0] + shape), requiresGradient: false)
    let result = withoutTraining { layers[shapedCount...].reduce(empty) { $1($0) } }
    shape = Array(result.value.shape.dropFirst())
    shapedCount = layers.count
  }
}

/// Makes the list of layers and makers of a ``Sequential`` from the lines of its closure.
@resultBuilder
public enum LayerMakerBuilder {
  public static func buildExpression(_ maker: LayerMaker) -> [LayerMaker] { [maker] }

  public static func buildExpression(_ layer: any UnaryLayer) -> [LayerMaker] {
    [LayerMaker(layer)]
  }

  @available(
    *, unavailable,
    message: """
      a line in a Sequential is a layer that maps one variable to one (a UnaryLayer) or makes one, \
      as Linear.outputs(50) does
      """
  )
  public static func buildExpression<Other>(_ other: Other) -> [LayerMaker] { [] }

  public static func buildBlock(_ parts: [LayerMaker]...) -> [LayerMaker] { parts.flatMap { $0 } }

  public static func buildOptional(_ part: [LayerMaker]?) -> [LayerMaker] { part ?? [] }

  public static func buildEither(first part: [LayerMaker]) -> [LayerMaker] { part }

  public static func buildEither(second part: [LayerMaker]) -> [LayerMaker] { part }

  public static func buildArray(_ parts: [[LayerMaker]]) -> [LayerMaker] { parts.flatMap { $0 } }
}
