import Engine
import Recommender

extension Benchmark {
  /// A step of training of the sequence model at full size: forward, backward, AdamW.
  static let transformerStep = Benchmark(
    name: "transformer-step", what: "a step of training of a transformer"
  ) { _ in
    let step = TransformerStep()
    return [
      Workload(
        name: "batch 512, length 10, width 120", amount: step.operations, unit: "GFLOP/s",
        runs: 15, warmUps: 2, run: step.run)
    ]
  }
}

/// The model, its optimizer, and some batches of random sequences.
private final class TransformerStep {
  private static let batchSize = 512
  private static let userCount = 6041, itemCount = 3707
  private let sizes = SequenceTransformer.Sizes()
  private let model: SequenceTransformer
  private var optimizer: Optimizer<AdamW>
  private let batches: [Batch<ItemSequences, Tensor>]
  private var random = RandomGenerator(seed: 1)
  private var step = 0

  init() {
    model = SequenceTransformer(
      userCount: Self.userCount, itemCount: Self.itemCount, sizes: sizes, using: &random)
    optimizer = Optimizer(AdamW(learningRate: 1e-3, weightDecay: 0.01), for: model)
    var batches: [Batch<ItemSequences, Tensor>] = []
    for _ in 0..<4 { batches.append(Self.batch(length: sizes.length, using: &random)) }
    self.batches = batches
  }

  private static func batch(
    length: Int, using random: inout RandomGenerator
  ) -> Batch<ItemSequences, Tensor> {
    let users = (0..<batchSize).map { _ in random.integer(below: userCount) }
    let items = (0..<batchSize * length).map { _ in
      Int32(1 + random.integer(below: itemCount - 1))
    }
    let ratings = (0..<batchSize).map { _ in Float(1 + random.integer(below: 5)) }
    return Batch(
      input: ItemSequences(
        users: Indices(users), items: Indices(shape: [batchSize, length], values: items)),
      targets: Tensor(ratings))
  }

  func run() {
    let batch = batches[step % batches.count]
    step += 1
    withTraining(using: &random) {
      gradients { meanSquaredError(model(batch.input), batch.targets).backward() }
    }
    optimizer.step()
  }

  /// Multiplications and additions of the matrix products: forward, and twice as many backward.
  var operations: Double {
    let (width, places) = (sizes.width, Self.batchSize * sizes.length)
    var forward = places * width * (3 * width + width + 2 * sizes.feedForward)
    let head = [width * (sizes.length + 1)] + sizes.hidden + [1]
    for (inputs, outputs) in zip(head, head.dropFirst()) {
      forward += Self.batchSize * inputs * outputs
    }
    return 3 * 2 * Double(forward)
  }
}
