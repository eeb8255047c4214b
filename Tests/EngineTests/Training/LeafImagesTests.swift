import Engine
import Testing

/// What a lesson needs for many targets composes from what there is: a small convolutional network
/// with two targets, an ensemble, and test-time augmentation.
struct LeafImagesTests {
  /// The leaf's outline and the pattern on it, three classes each.
  struct Labels: Rows {
    var variety, disease: Indices
    var shape: [Int] { variety.shape }
    func rows(at positions: [Int]) -> Labels {
      Labels(variety: variety.rows(at: positions), disease: disease.rows(at: positions))
    }
  }

  private static let size = 12
  private static let answers: [Range<Int>] = [0..<3, 3..<6]

  /// One channel; the disease changes the leaf's light, the variety how wide it is.
  private static func images(_ count: Int, seed: UInt64) -> TensorDataset<Tensor, Labels> {
    var random = RandomGenerator(seed: seed)
    var (scalars, varieties, diseases) = ([Float](), [Int](), [Int]())
    for _ in 0..<count {
      let (variety, disease) = (random.integer(below: 3), random.integer(below: 3))
      let middle = 4 + random.integer(below: 4)
      for row in 0..<size {
        for column in 0..<size {
          let isLeaf = (column - middle).magnitude <= UInt(variety + 1)
          let isSpot = disease == 1 ? row % 3 == 0 : disease == 2 && column % 2 == 0
          let noise = 0.2 * (Float(random.integer(below: 1000)) / 1000 - 0.5)
          scalars.append((isLeaf ? (isSpot ? -1 : 1) : 0) + noise)
        }
      }
      varieties.append(variety)
      diseases.append(disease)
    }
    return TensorDataset(
      inputs: Tensor(shape: [count, 1, size, size], scalars: scalars),
      targets: Labels(variety: Indices(varieties), disease: Indices(diseases)))
  }

  private let training = images(160, seed: 1)
  private let validation = images(80, seed: 2)

  private let metrics: [Metric<Labels>] = [
    Metric.errorRate.of("variety wrong") { ($0.slice(axis: 1, 0..<3), $1.variety) },
    Metric.errorRate.of("disease wrong") { ($0.slice(axis: 1, 3..<6), $1.disease) },
  ]

  private func trained(seed: UInt64, epochs: Int) throws -> Sequential {
    var random = RandomGenerator(seed: seed)
    let model = Sequential(inputs: [1, Self.size, Self.size], using: &random) {
      Conv2d.outputs(8, size: 3, padding: 1)
      ReLU()
      MaxPool2d(size: 2)
      Conv2d.outputs(12, size: 3, padding: 1)
      ReLU()
      Flatten()
      Linear.outputs(6)
    }
    let trainer = Trainer(
      model: model, training: training, validation: validation,
      loss: Loss("two cross entropies") { logits, labels in
        crossEntropy(logits.slice(axis: 1, 0..<3), labels.variety)
          + crossEntropy(logits.slice(axis: 1, 3..<6), labels.disease)
      },
      optimizer: AdamW(), metrics: metrics, batchSize: 8, accumulate: 2, random: random)
    try trainer.fit(epochs: epochs, schedule: Schedule.oneCycle(peak: 0.01))
    return model
  }

  /// Of both answers, the shares of each class, `[batch, 6]`.
  private func shares(_ logits: Tensor) -> Tensor {
    Tensor.concatenate(Self.answers.map { logits.slice(axis: 1, $0).softmax() }, axis: 1)
  }

  private func errorRates(_ shares: Tensor) -> [Double] {
    let labels = validation.targets
    return zip(Self.answers, [labels.variety, labels.disease]).map { columns, classes in
      let found = shares.slice(axis: 1, columns).argmax(axis: 1)
      let wrong = zip(found.values, classes.values).filter { $0 != $1 }.count
      return Double(wrong) / Double(classes.count)
    }
  }

  @Test("two targets, three models averaged, each image also mirrored")
  func composed() throws {
    let models = try [3, 4, 5].map { try trained(seed: $0, epochs: 15) }
    let images = validation.inputs
    func mean(_ tensors: [Tensor]) -> Tensor {
      tensors.dropFirst().reduce(tensors[0], +) / Float(tensors.count)
    }
    let single = errorRates(shares(models[0](images).value))
    let averaged = mean(
      models.flatMap { model in
        [images, images.flip(axis: 3)].map { shares(model($0).value) }
      })
    #expect(single.allSatisfy { $0 < 0.2 })
    #expect(errorRates(averaged).allSatisfy { $0 < 0.1 })
    let sums = averaged.slice(axis: 1, 0..<3).sum(axis: 1)
    #expect(sums.scalars.allSatisfy { ($0 - 1).magnitude < 1e-5 })
  }
}
