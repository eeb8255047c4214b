import Foundation
import Recommender
import Site
import Testing

@testable import lectern

/// The code of `lectern bench --replicate` with a small set and small models.
final class ReplicationRunnerTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "replications-\(UUID().uuidString)")
  private let ratings: Ratings
  private let data: ReplicationData
  private var file: ReplicationFile {
    ReplicationFile(path: folder.appending(path: "made/results.jsonl").path)
  }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "data").path
    try Data("some bytes".utf8).write(to: URL(fileURLWithPath: path))
    let rows = 0..<120
    let ratings = Ratings(
      users: rows.map { $0 / 10 }, items: rows.map { $0 * 7 % 15 },
      ratings: rows.map { Float(1 + $0 * 3 % 5) }, timestamps: rows.map { 1000 - $0 % 9 })
    self.ratings = ratings
    data = ReplicationData(name: "small", files: [path]) { ratings }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static func training(
    _ schedule: ReplicationTraining.Schedule, stop: ReplicationTraining.EarlyStopping? = nil
  ) -> ReplicationTraining {
    ReplicationTraining(
      epochs: 2, batchSize: 16, schedule: schedule, peak: 0.01, weightDecay: 0.1,
      decaysVectors: false, beta2: 0.99, epsilon: 1e-5, earlyStopping: stop)
  }

  static let small = [
    Replication(
      model: "median", sets: ["small"],
      settings: .init(split: .lastOfEachUser, model: .median)),
    Replication(
      model: "dot product", sets: ["small"],
      settings: .init(
        split: .randomFifth,
        model: .dotProduct(
          factors: 3, hasBiases: true, range: [0, 5.5], deviation: 0.01, cutAt: 0.02),
        training: training(.fastaiOneCycle))),
    Replication(
      model: "neural", sets: ["small"],
      settings: .init(
        split: .randomFifth,
        model: .neural(
          embeddingWidth: 4, layers: [5], hasBatchNorm: true, dropout: 0.1, range: nil,
          deviation: 1, cutAt: nil), training: training(.slantedTriangular))),
    Replication(
      model: "transformer", sets: ["small", "elsewhere"],
      settings: .init(
        split: .lastOfEachUser,
        model: .transformer(
          length: 4, width: 6, heads: 2, feedForward: 8, hidden: [8, 4], dropout: 0.1,
          headDropout: 0.1, range: [0.5, 5.5], reads: ["ratings"]),
        training: training(.pytorchOneCycle, stop: .init(patience: 2, threshold: 0.001)))),
    Replication(
      model: "elsewhere", sets: ["elsewhere"],
      settings: .init(split: .lastOfEachUser, model: .median)),
  ]

  private func run(seeds: Int, who: String = "Lectern 1") throws -> [ReplicationRun] {
    var finished: [ReplicationRun] = []
    try ReplicationRunner(
      replications: Self.small, seeds: seeds, file: file, who: who,
      finished: { finished.append($0) }
    ).run(on: data)
    return finished
  }

  @Test func runsThatAreThereAreNotRepeated() throws {
    let first = try run(seeds: 1)
    #expect(first.map(\.model) == ["median", "dot product", "neural", "transformer"])
    #expect(first.map(\.epochs) == [0, 2, 2, 2])
    for run in first {
      #expect(run.dataSHA256 == (try data.sha256()))
      #expect(run.meanSquaredError > 0 && run.meanSquaredError < 25, "\(run)")
      #expect(run.meanAbsoluteError > 0 && run.meanAbsoluteError < 5, "\(run)")
    }
    #expect(try file.read().runs == first)
    #expect(try run(seeds: 1) == [])
    // Another seed for what is random, and another version's runs.
    let second = try run(seeds: 2)
    #expect(second.map(\.model) == ["dot product", "neural", "transformer"])
    #expect(second.map(\.seed) == [2, 2, 2])
    #expect(try run(seeds: 1, who: "Lectern 2").count == 4)
    #expect(try file.read().runs.count == 11)
  }

  @Test func anInterruptedSetGoesOnWhereItWas() throws {
    _ = try run(seeds: 1)
    let whole = try String(contentsOfFile: file.path, encoding: .utf8)
    let lines = whole.split(separator: "\n")
    // The last line end is missing, too.
    try Data(lines.prefix(2).joined(separator: "\n").utf8)
      .write(to: URL(fileURLWithPath: file.path))
    let rest = try run(seeds: 1)
    #expect(rest.map(\.model) == ["neural", "transformer"])
    // Equal seeds give equal results.
    let before = try ReplicationResults(text: whole, path: "").runs
    let after = try file.read().runs
    #expect(after.map(\.meanSquaredError) == before.map(\.meanSquaredError))
  }

  @Test func aMalformedFileIsLeftAsItIs() throws {
    _ = try run(seeds: 1)
    let text = try String(contentsOfFile: file.path, encoding: .utf8) + "nonsense\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file.path))
    let fault = #expect(throws: ReplicationFault.self) { try run(seeds: 2) }
    #expect(fault?.line == 5)
    #expect(try String(contentsOfFile: file.path, encoding: .utf8) == text)
  }

  @Test func theMedianIsThatOfTheTrainingPart() throws {
    let outcome = try ReplicationTrial(settings: Self.small[0].settings, seed: 1).run(on: ratings)
    let split = ratings.split(holdingOutLast: 1)
    let sorted = split.training.values.sorted()
    let median = Double(sorted[sorted.count / 2 - 1] + sorted[sorted.count / 2]) / 2
    let errors = split.validation.values.map { abs(Double($0) - median) }
    #expect(abs(outcome.meanAbsoluteError - errors.reduce(0, +) / Double(errors.count)) < 1e-12)
  }

  /// The script with PyTorch holds out the same rows: the figures are its `held_out_fifth`'s.
  @Test func theFifthIsThatOfTheScript() {
    let heldOut = HeldOutFifth.split(ratings, seed: 3)
    #expect(heldOut.training.count == 96)
    let rows = (0..<120).filter { row in
      heldOut.validation.users.indices.contains {
        heldOut.validation.users[$0] == ratings.users[row]
          && heldOut.validation.items[$0] == ratings.items[row]
          && heldOut.validation.values[$0] == ratings.values[row]
      }
    }
    #expect(rows.prefix(6) == [2, 3, 8, 13, 15, 19])
    #expect(HeldOutFifth.mix(0) == 0xe220_a839_7b1d_cdaf)
  }
}
