import Engine
import Testing

@testable import Recommender

struct RatingsFileTrainingTests {
  private let folder: TemporaryFolder
  private let ratings: Ratings
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/r.ratings"
    let planted = PlantedFactors(userCount: 60, itemCount: 40, rank: 2, noise: 0.1, seed: 4)
    try RatingsFile.write(planted.ratings(1000, "training"), to: path, userCount: 60, itemCount: 40)
    ratings = try RatingsFile(path).loaded()
  }

  /// The same ratings in memory, in the order of the file's blocks.
  private struct InBlocks: Dataset {
    let ratings: Ratings
    let file: RatingsFile
    var count: Int { ratings.count }
    func batch(at positions: [Int]) -> Batch<UserItemPairs, Tensor> { ratings.batch(at: positions) }
    func order(using random: RandomGenerator) -> any ItemOrder { file.order(using: random) }
  }

  private func weights<Items: Dataset>(
    _ items: Items, _ rule: some UpdateRule
  ) throws -> [UInt32] where Items.Input == UserItemPairs, Items.Targets == Tensor {
    var random = RandomGenerator(seed: 9)
    let model = DotProduct(for: ratings, factors: 3, using: &random)
    let trainer = Trainer(
      model: model, training: items, loss: .meanSquaredError, optimizer: rule, batchSize: 32,
      random: random)
    try trainer.fit(epochs: 3)
    return model.parameters.flatMap { $0.variable.value.scalars.map(\.bitPattern) }
  }

  @Test("From the file and from memory, the same order gives the same bits")
  func sameBits() throws {
    let file = try RatingsFile(path, blockLength: 16, blocksInWindow: 4)
    let inBlocks = InBlocks(ratings: ratings, file: file)
    #expect(try weights(file, Adagrad()) == weights(inBlocks, Adagrad()))
    #expect(try weights(file, AdamW()) == weights(inBlocks, AdamW()))
    #expect(try weights(file, Adagrad()) != weights(ratings, Adagrad()))
  }

  @Test("A file of one window is trained on as ratings in memory are")
  func oneWindow() throws {
    #expect(try weights(RatingsFile(path), AdamW()) == weights(ratings, AdamW()))
  }

  @Test func planted() throws {
    let planted = PlantedFactors(userCount: 300, itemCount: 200, rank: 3, noise: 0.2, seed: 1)
    func file(_ count: Int, _ name: String) throws -> RatingsFile {
      let path = folder.path + "/" + name
      try RatingsFile.write(planted.ratings(count, name), to: path, userCount: 300, itemCount: 200)
      return try RatingsFile(path)
    }
    let run = PlantedTraining(
      planted, training: try file(100_000, "training"), validation: try file(10_000, "validation"))
    try run.trainer.fit(epochs: 25, schedule: PlantedTraining.schedule)
    #expect(run.rootMeanSquaredError < 0.21)
    #expect(run.rootMeanSquaredError > 0.19)
    #expect(run.largestSines.users < 0.1)
    #expect(run.largestSines.items < 0.1)
  }

  @Test func principalSines() {
    // A plane turned by 30° about an axis that it holds.
    let (cosine, sine) = (Float(3).squareRoot() / 2, Float(0.5))
    let plane = Tensor([[2, 1], [0, 3], [0, 0]])
    let turned = Tensor([[1, 0], [0, cosine], [0, sine]])
    let sines = PlantedFactors.principalSines(turned, plane)
    #expect(abs(sines[0] - 0.5) < 1e-6)
    #expect(sines[1] < 1e-6)
  }
}
