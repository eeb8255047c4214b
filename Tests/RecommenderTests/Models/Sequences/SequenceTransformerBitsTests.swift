import CKernels
import Engine
import Recommender
import Testing

/// A training of the whole transformer, dropout included, gives the same bits whatever computes it,
/// and after a stop in the midst of an epoch.
@Suite(.serialized) struct SequenceTransformerBitsTests {
  /// Sequences drawn from a fixed stream; the first have padding.
  private struct Sequences: Dataset {
    let count = 150

    func batch(at positions: [Int]) -> Batch<ItemSequences, Tensor> {
      var users: [Int] = [], items: [Int32] = [], ratings: [Float] = []
      for position in positions {
        var random = RandomGenerator(seed: 5).split(position)
        users.append(random.integer(below: 30))
        for place in 0..<6 {
          let item = Int32(1 + random.integer(below: 50))
          items.append(place < 3 && position < 40 ? 0 : item)
        }
        ratings.append(Float(1 + random.integer(below: 5)))
      }
      return Batch(
        input: ItemSequences(
          users: Indices(users), items: Indices(shape: [positions.count, 6], values: items)),
        targets: Tensor(ratings))
    }
  }

  /// FNV-1a of the bits of all parameters after two epochs. The same in debug and release builds,
  /// on every machine, today and tomorrow: it changes only with the arithmetic itself.
  private static let digest: UInt64 = 756_924_381_511_210_830

  private typealias SequenceTrainer = Trainer<SequenceTransformer, Sequences>

  private func trainer(seed: UInt64 = 1) -> SequenceTrainer {
    var sizes = SequenceTransformer.Sizes()
    (sizes.length, sizes.width, sizes.heads, sizes.feedForward) = (6, 36, 3, 130)
    sizes.hidden = [70, 35, 18]
    var random = RandomGenerator(seed: seed)
    let model = SequenceTransformer(
      userCount: 30, itemCount: 51, sizes: sizes, range: 0.5...5.5, using: &random)
    return Trainer(
      model: model, training: Sequences(), loss: .meanSquaredError,
      optimizer: AdamW(weightDecay: 0.01), batchSize: 40, random: random)
  }

  private func digest(_ trainer: SequenceTrainer) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for parameter in trainer.model.parameters {
      for scalar in parameter.variable.value.scalars {
        hash = (hash ^ UInt64(scalar.bitPattern)) &* 0x0000_0100_0000_01b3
      }
    }
    return hash
  }

  private func trained(_ trainer: SequenceTrainer) throws -> UInt64 {
    try trainer.fit(epochs: 2, schedule: .oneCycle(peak: 0.01))
    return digest(trainer)
  }

  @Test("with each instruction set and with 1, 2 and 4 threads")
  func sameBits() throws {
    for instructionSet in ["generic", "avx2", "avx512"] {
      for threads: Int32 in [1, 2, 4] where lectern_force_isa(instructionSet) != 0 {
        lectern_set_threads(threads)
        defer {
          lectern_set_threads(0)
          _ = lectern_force_isa(nil)
        }
        let digest = try trained(trainer())
        #expect(digest == Self.digest, "\(instructionSet), \(threads) threads")
      }
    }
  }

  @Test("after a checkpoint in the midst of an epoch and a new start")
  func resumed() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/checkpoint.safetensors"
    struct Stop: Error {}
    let interrupted = trainer()
    interrupted.callbacks = [
      Callback(afterBatch: { [unowned interrupted] moment in
        if moment.epoch == 2 && moment.batch == 2 {
          try interrupted.save(to: file)
          throw Stop()
        }
        return .proceed
      })
    ]
    #expect(throws: Stop.self) { try trained(interrupted) }
    let goingOn = trainer(seed: 99)
    goingOn.callbacks = [Callback()]
    try goingOn.resume(from: file)
    let digest = try trained(goingOn)
    #expect(digest == Self.digest)
  }
}
