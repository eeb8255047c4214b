import Testing

@testable import Engine

/// Settings and inputs that make no sense stop the program and say what is wrong.
struct LayerMistakeTests {
  struct Mistake: CustomTestStringConvertible, Sendable {
    /// What the message must contain.
    let testDescription: String
    let make: @Sendable (inout RandomGenerator) -> Void

    init(_ message: String, _ make: @escaping @Sendable (inout RandomGenerator) -> Void) {
      testDescription = message
      self.make = make
    }
  }

  static let mistakes = settings + initializers + inputs + recurrent + sequential

  static let settings: [Mistake] = [
    Mistake("Linear: inputs is 0; it must be at least 1") {
      _ = Linear(inputs: 0, outputs: 2, using: &$0)
    },
    Mistake("Linear: outputs is -1") { _ = Linear(inputs: 2, outputs: -1, using: &$0) },
    Mistake("Conv2d: inputs is 0") { _ = Conv2d(inputs: 0, outputs: 1, size: 1, using: &$0) },
    Mistake("Conv2d: outputs is 0") { _ = Conv2d(inputs: 1, outputs: 0, size: 1, using: &$0) },
    Mistake("Conv2d: size is 0") { _ = Conv2d(inputs: 1, outputs: 1, size: 0, using: &$0) },
    Mistake("Conv2d: stride is 0; it must be at least 1") {
      _ = Conv2d(inputs: 1, outputs: 1, size: 1, stride: 0, using: &$0)
    },
    Mistake("Conv2d: padding is -1; it must not be negative") {
      _ = Conv2d(inputs: 1, outputs: 1, size: 1, padding: -1, using: &$0)
    },
    Mistake("Conv1d: size is -3") { _ = Conv1d(inputs: 1, outputs: 1, size: -3, using: &$0) },
    Mistake("Conv1d: stride is 0") {
      _ = Conv1d(inputs: 1, outputs: 1, size: 1, stride: 0, using: &$0)
    },
    Mistake("MaxPool2d: size is 0") { _ in _ = MaxPool2d(size: 0) },
    Mistake("MaxPool2d: stride is -1") { _ in _ = MaxPool2d(size: 2, stride: -1) },
    Mistake("MaxPool1d: padding is 2, more than half of the window's size, 3") { _ in
      _ = MaxPool1d(size: 3, padding: 2)
    },
    Mistake("AvgPool2d: padding is -1") { _ in _ = AvgPool2d(size: 2, padding: -1) },
    Mistake("AvgPool1d: size is 0") { _ in _ = AvgPool1d(size: 0) },
    Mistake("Embedding: count is 0") { _ = Embedding(count: 0, width: 1, using: &$0) },
    Mistake("Embedding: width is 0") { _ = Embedding(count: 1, width: 0, using: &$0) },
    Mistake("EmbeddingBag: width is 0") { _ = EmbeddingBag(count: 1, width: 0, using: &$0) },
    Mistake("LayerNorm: width is 0") { _ in _ = LayerNorm(width: 0) },
    Mistake("LayerNorm: epsilon is -1.0; it must be finite and at least 0") { _ in
      _ = LayerNorm(width: 1, epsilon: -1)
    },
    Mistake("BatchNorm1d: epsilon is nan") { _ in _ = BatchNorm1d(width: 1, epsilon: .nan) },
    Mistake("BatchNorm1d: momentum is -0.1; it must be in 0...1") { _ in
      _ = BatchNorm1d(width: 1, momentum: -0.1)
    },
    Mistake("BatchNorm2d: momentum is nan") { _ in _ = BatchNorm2d(channels: 1, momentum: .nan) },
    Mistake("BatchNorm2d: channels is 0") { _ in _ = BatchNorm2d(channels: 0) },
    Mistake("dropout: the rate nan is not in 0...1") { _ in _ = Dropout(rate: .nan) },
    Mistake("dropout: the rate -0.1 is not in 0...1") { _ in _ = Dropout(rate: -0.1) },
    Mistake("MultiHeadAttention: width is 0") {
      _ = MultiHeadAttention(width: 0, heads: 1, using: &$0)
    },
    Mistake("MultiHeadAttention: a width of 12 does not divide into 0 heads") {
      _ = MultiHeadAttention(width: 12, heads: 0, using: &$0)
    },
    Mistake("dropout: the rate 2.0") {
      _ = TransformerEncoderLayer(width: 4, heads: 2, feedForward: 3, dropout: 2, using: &$0)
    },
    Mistake("TransformerEncoderLayer: feedForward is 0") {
      _ = TransformerEncoderLayer(width: 4, heads: 2, feedForward: 0, using: &$0)
    },
    Mistake("Sigmoid: the range is from 1.0 to 1.0; it must be finite and must not be empty") { _ in
      _ = Sigmoid(in: 1...1)
    },
    Mistake("Sigmoid: the range is from 0.0 to inf") { _ in _ = Sigmoid(in: 0 ... .infinity) },
    Mistake("LeakyReLU: negativeSlope is nan; it must be a finite number") { _ in
      _ = LeakyReLU(negativeSlope: .nan)
    },
    Mistake("ELU: alpha is inf") { _ in _ = ELU(alpha: .infinity) },
  ]

  static let initializers: [Mistake] = [
    Mistake("Initializer.uniform: the range is from 0.0 to 0.0") { _ in
      _ = Initializer.uniform(0..<0)
    },
    Mistake("Initializer.uniform: the range is from -inf to 1.0") { _ in
      _ = Initializer.uniform(-.infinity..<1)
    },
    Mistake("Initializer.normal: the standard deviation is -1.0") { _ in
      _ = Initializer.normal(standardDeviation: -1)
    },
    Mistake("Initializer.normal: the standard deviation is nan") { _ in
      _ = Initializer.normal(standardDeviation: .nan)
    },
    Mistake("Initializer.normal: the mean is nan") { _ in
      _ = Initializer.normal(mean: .nan, standardDeviation: 1)
    },
    Mistake("Initializer.truncatedNormal: the range 1.0...1.0 is empty") { _ in
      _ = Initializer.truncatedNormal(in: 1...1)
    },
    Mistake(
      "Initializer.truncatedNormal: the standard deviation is 0.0; it must be finite and above"
    ) { _ in _ = Initializer.truncatedNormal(standardDeviation: 0) },
    Mistake("Initializer.xavierUniform: the gain is nan") { _ in
      _ = Initializer.xavierUniform(gain: .nan)
    },
    Mistake("Initializer.xavierNormal: the gain is -1.0") { _ in
      _ = Initializer.xavierNormal(gain: -1)
    },
  ]

  static let inputs: [Mistake] = [
    Mistake("BatchNorm1d: needs at least two rows in training, since one has no variance") {
      let input = Variable(.zeros([1, 3]))
      _ = withTraining(using: &$0) { BatchNorm1d(width: 3)(input) }
    },
    Mistake(
      "Leave out a last batch that is too short (dropLast: true), take larger batches, or call"
    ) {
      let input = Variable(.zeros([1, 3, 1, 1]))
      _ = withTraining(using: &$0) { BatchNorm2d(channels: 3)(input) }
    },
    Mistake("BatchNorm1d: needs [batch, 3] or [batch, 3, length], the shape is [2, 4]") { _ in
      _ = BatchNorm1d(width: 3)(Variable(.zeros([2, 4])))
    },
    Mistake("BatchNorm2d: needs [batch, 3, height, width], the shape is [2, 3]") { _ in
      _ = BatchNorm2d(channels: 3)(Variable(.zeros([2, 3])))
    },
    Mistake("convolve1d: shapes do not fit: sequences [2, 3, 5] and weight [4, 2, 3]") { _ in
      _ = Conv1d(weight: Variable(.zeros([4, 2, 3])), bias: nil)(Variable(.zeros([2, 3, 5])))
    },
    Mistake("convolve1d: a window of 6 does not fit into [2, 3, 5] with a padding of 0") { _ in
      _ = Conv1d(weight: Variable(.zeros([4, 3, 6])), bias: nil)(Variable(.zeros([2, 3, 5])))
    },
    Mistake("Conv1d: weight [4, 3] and bias nil do not fit") { _ in
      _ = Conv1d(weight: Variable(.zeros([4, 3])), bias: nil)
    },
    Mistake("maxPool1d: needs [batch, channels, length], the shape is [2, 3]") { _ in
      _ = MaxPool1d(size: 2)(Variable(.zeros([2, 3])))
    },
    Mistake("avgPool1d: a window of 4 does not fit into [1, 2, 3]") { _ in
      _ = AvgPool1d(size: 4)(Variable(.zeros([1, 2, 3])))
    },
    Mistake("avgPool2d: needs [count, channels, height, width], the shape is [2, 3]") { _ in
      _ = AvgPool2d(size: 2)(Variable(.zeros([2, 3])))
    },
    Mistake("GlobalAvgPool: needs [batch, channels, height, width]") { _ in
      _ = GlobalAvgPool()(Variable(.zeros([2, 3])))
    },
    Mistake("EmbeddingBag: needs ids [batch, length], the shape is [3]; for one row of ids give") {
      _ = EmbeddingBag(count: 3, width: 1, using: &$0)([0, 1, 2])
    },
    Mistake("EmbeddingBag: the offsets [0, 4] are no beginnings of bags in 3 ids") {
      _ = EmbeddingBag(count: 3, width: 1, using: &$0)([0, 1, 2], offsets: [0, 4])
    },
    Mistake("EmbeddingBag: the offsets [1] are no beginnings") {
      _ = EmbeddingBag(count: 3, width: 1, using: &$0)([0, 1, 2], offsets: [1])
    },
    Mistake("EmbeddingBag: the offsets [0, 2, 1] are no beginnings") {
      _ = EmbeddingBag(count: 3, width: 1, using: &$0)([0, 1, 2], offsets: [0, 2, 1])
    },
    Mistake("index 3 at position 1 is out of range 0..<3") {
      _ = EmbeddingBag(count: 3, width: 1, using: &$0)([0, 3], offsets: [0])
    },
  ]

  static let recurrent: [Mistake] = [
    Mistake("LSTM: inputs is 0") { _ = LSTM(inputs: 0, hidden: 1, using: &$0) },
    Mistake("GRU: hidden is 0") { _ = GRU(inputs: 1, hidden: 0, using: &$0) },
    Mistake("LSTM: layers is 0") { _ = LSTM(inputs: 1, hidden: 1, layers: 0, using: &$0) },
    Mistake("GRU: dropout is 1.5; it must be in 0...1") {
      _ = GRU(inputs: 1, hidden: 1, layers: 2, dropout: 1.5, using: &$0)
    },
    Mistake("LSTM: dropout is 0.5, but it acts between layers and there is only one") {
      _ = LSTM(inputs: 1, hidden: 1, dropout: 0.5, using: &$0)
    },
    Mistake("LSTM: needs [batch, length, 3], the shape is [2, 3]") {
      _ = LSTM(inputs: 3, hidden: 1, using: &$0)(Variable(.zeros([2, 3])))
    },
    Mistake("GRU: needs [batch, length, 3], the shape is [2, 4, 5]") {
      _ = GRU(inputs: 3, hidden: 1, using: &$0)(Variable(.zeros([2, 4, 5])))
    },
    Mistake("GRU: the sequences are empty, the shape is [2, 0, 3]") {
      _ = GRU(inputs: 3, hidden: 1, using: &$0)(Variable(.zeros([2, 0, 3])))
    },
    Mistake("GRU: the hidden state has shape [2, 1], not [1, 2, 1]") {
      _ = GRU(inputs: 3, hidden: 1, using: &$0)(
        Variable(.zeros([2, 4, 3])), from: Variable(.zeros([2, 1])))
    },
    Mistake("LSTM: the cell state has shape [1, 1, 1], not [1, 2, 1]") {
      let state = LSTM.State(
        hidden: Variable(.zeros([1, 2, 1])), cell: Variable(.zeros([1, 1, 1])))
      _ = LSTM(inputs: 3, hidden: 1, using: &$0)(Variable(.zeros([2, 4, 3])), from: state)
    },
  ]

  static let sequential: [Mistake] = [
    Mistake("Sequential: items of shape [0] hold nothing; every length must be at least 1") {
      _ = Sequential(inputs: 0, using: &$0) { Linear.outputs(1) }
    },
    Mistake("Conv2d.outputs(4): needs images [channels, height, width], the layer before gives") {
      _ = Sequential(inputs: 3, using: &$0) { Conv2d.outputs(4, size: 3) }
    },
    Mistake("Conv1d.outputs(4): needs sequences [channels, length], the layer before gives") {
      _ = Sequential(inputs: 3, using: &$0) { Conv1d.outputs(4, size: 3) }
    },
    Mistake("BatchNorm1d: needs [batch, 5] or [batch, 5, length], the shape is [0, 4]") {
      _ = Sequential(inputs: 3, using: &$0) {
        Linear.outputs(4)
        BatchNorm1d(width: 5)
        Linear.outputs(1)
      }
    },
    Mistake("Linear: outputs is 0") { _ = Sequential(inputs: 3, using: &$0) { Linear.outputs(0) } },
  ]

  @Test(arguments: mistakes.indices) func stopsWithAMessage(index: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] in
      var random = RandomGenerator(seed: 1)
      LayerMistakeTests.mistakes[index].make(&random)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains(Self.mistakes[index].testDescription), "\(text.prefix(300))")
  }
}
