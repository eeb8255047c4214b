import CKernels
import Engine

extension SequenceTransformer {
  /// How large the parts are; the defaults are those of the model it follows.
  public struct Sizes: Sendable {
    public var length = 10
    public var width = 120
    public var heads = 12
    public var feedForward = 2048
    /// How many encoder layers follow each other.
    public var layers = 1
    /// The widths between the head's layers.
    public var hidden = [1024, 512, 256]

    public init() {}

    /// Any of the sizes may be given; the others are the defaults.
    public init(
      width: Int, heads: Int, feedForward: Int, layers: Int = 1,
      hidden: [Int] = [1024, 512, 256]
    ) {
      (self.width, self.heads, self.feedForward) = (width, heads, feedForward)
      (self.layers, self.hidden) = (layers, hidden)
    }

    func check(readsRatings: Bool) {
      if layers < 1 { stop("SequenceTransformer", "layers is \(layers); it must be at least 1") }
      let shortest = readsRatings ? 2 : 1
      if length < shortest {
        stop("SequenceTransformer", "length is \(length); it must be at least \(shortest)")
      }
    }
  }

  /// What a model reads besides the user and the items.
  public struct Extras: OptionSet, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// How the user rated the earlier items of the sequence.
    public static let ratings = Extras(rawValue: 1)
    /// The user's age bracket, gender and occupation.
    public static let userFeatures = Extras(rawValue: 2)
  }

  /// How a place of the sequence is told from another.
  public enum Positions: Sendable {
    /// Numbers that training finds.
    case learned
    /// Waves of falling frequency, which do not change:
    ///
    ///     p(place, 2i) = sin(place / 10000^(2i / width)),  p(place, 2i + 1) = cos(the same)
    ///
    /// (A. Vaswani et al., *Attention is all you need*, 2017, arXiv:1706.03762, section 3.5.)
    case sine

    func variable(
      _ shape: [Int], _ initializer: Initializer, _ random: inout RandomGenerator
    ) -> Variable {
      switch self {
      case .learned: Variable(initializer.weights(shape, using: &random))
      case .sine:
        Variable(Self.waves(length: shape[0], width: shape[1]), requiresGradient: false)
      }
    }

    /// The fixed positions, of shape `[length, width]`.
    public static func waves(length: Int, width: Int) -> Tensor {
      var scalars: [Float] = []
      for place in 0..<length {
        for index in 0..<width {
          let pair = Double(index / 2 * 2) / Double(width)
          let angle = Double(place) / lectern_pow_f64(10_000, pair)
          scalars.append(Float(index % 2 == 0 ? lectern_sin_f64(angle) : lectern_cos_f64(angle)))
        }
      }
      return Tensor(shape: [length, width], scalars: scalars)
    }
  }

  /// A model for the users, items and ratings of some sequences, which also decide its length.
  ///
  /// Stops the program for user features where the data set does not describe its users.
  ///
  /// - Parameters:
  ///   - sequences: those of the training part.
  ///   - extras: what it reads besides the user and the items.
  ///   - sizes: of its parts; their length does not count.
  public init(
    for sequences: RatingSequences, reading extras: Extras = [], sizes: Sizes = Sizes(),
    positions: Positions = .learned, dropout: Float = 0.1, headDropout: Float = 0.2,
    range: ClosedRange<Float>? = nil,
    initializer: Initializer = .normal(standardDeviation: 1),
    using random: inout RandomGenerator
  ) {
    var sizes = sizes
    sizes.length = sequences.length
    if extras.contains(.userFeatures) && sequences.features == nil {
      stop(
        "SequenceTransformer",
        "\(sequences.ratings.name) does not describe its users, as ml-100k and ml-1m do; leave out "
          + ".userFeatures")
    }
    self.init(
      userCount: sequences.ratings.userCount, itemCount: sequences.ratings.itemCount + 1,
      ratingSteps: extras.contains(.ratings) ? sequences.scale.count : nil,
      featureCounts: extras.contains(.userFeatures) ? sequences.features?.counts ?? [] : [],
      sizes: sizes, positions: positions, dropout: dropout, headDropout: headDropout,
      range: range, initializer: initializer, using: &random)
  }
}
