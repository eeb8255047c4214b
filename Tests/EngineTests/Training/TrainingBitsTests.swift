import CKernels
import Engine
import Testing

/// A training gives the same bits whatever the number of threads and the instruction set.
@Suite(.serialized)
struct TrainingBitsTests {
  private struct Outcome: Equatable {
    var parameters: [[UInt32]]
    var losses: [UInt64]
  }

  /// Nil when this CPU lacks the instruction set.
  private func train(threads: Int32, _ instructionSet: String) throws -> Outcome? {
    guard lectern_force_isa(instructionSet) != 0 else { return nil }
    lectern_set_threads(threads)
    defer {
      lectern_set_threads(0)
      _ = lectern_force_isa(nil)
    }
    let model = Factorization(lefts: 900, rights: 1300, width: 37, seed: 7)
    let trainer = Trainer(
      model: model, training: PairDataset(lefts: 900, rights: 1300, count: 1000, seed: 8),
      validation: PairDataset(lefts: 900, rights: 1300, count: 300, seed: 9),
      loss: .meanSquaredError, optimizer: AdamW(weightDecay: 0.1), random: RandomGenerator(seed: 10)
    )
    let history = try trainer.fit(epochs: 1, schedule: .oneCycle(peak: 0.01))
    return Outcome(
      parameters: model.parameters.map { $0.variable.value.scalars.map(\.bitPattern) },
      losses: history.batches.map(\.loss.bitPattern))
  }

  @Test("trained with 1, 2 and 4 threads and with each instruction set")
  func sameBits() throws {
    let expected = try #require(try train(threads: 1, "generic"))
    for instructionSet in ["generic", "avx2", "avx512"] {
      for threads: Int32 in [1, 2, 4] {
        guard let outcome = try train(threads: threads, instructionSet) else { continue }
        #expect(outcome == expected, "\(instructionSet), \(threads) threads")
      }
    }
  }
}
