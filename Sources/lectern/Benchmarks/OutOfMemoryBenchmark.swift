import Engine
import Foundation
import Recommender

extension Benchmark {
  /// One epoch over 100 million planted ratings in a file larger than the memory that it takes, and
  /// over 10 million from a file and from memory. It needs 1.4 GB of disk, for as long as it runs,
  /// and some minutes.
  static let outOfMemory = Benchmark(
    name: "out-of-memory", what: "an epoch over more ratings than memory is to hold"
  ) { _ in
    let large = PlantedFactors(
      userCount: 200_000, itemCount: 20_000, rank: 8, noise: 0.5, seed: 1)
    let small = PlantedFactors(
      userCount: 20_000, itemCount: 2_000, rank: 8, noise: 0.5, seed: 1)
    // The largest first: the peak is that of the process.
    return [
      workload("100 million ratings, file", 100_000_000) { try trainFromFile(large, $0) },
      workload("10 million ratings, file", 10_000_000) { try trainFromFile(small, $0) },
      workload("10 million ratings, memory", 10_000_000) { try trainInMemory(small, $0) },
    ]
  }

  private static func workload(
    _ name: String, _ count: Int, train: @escaping (Int) throws -> Void
  ) -> Workload {
    Workload(
      // Of 10⁶ ratings, not 10⁹.
      name: name, amount: 1000 * Double(count), unit: "10⁶ ratings/s, with writing", runs: 1,
      warmUps: 0
    ) { try train(count) }
  }

  private static func trainFromFile(_ planted: PlantedFactors, _ count: Int) throws {
    try withFiles(planted, count) { training, validation in
      let run = PlantedTraining(planted, training: training, validation: validation)
      let memory = ResidentMemory()
      run.trainer.callbacks.append(
        Callback(afterBatch: { moment in
          if moment.batch % 100 == 0 { memory.sample() }
          return .proceed
        }))
      let seconds = try time { try run.trainer.fit(epochs: 1, schedule: PlantedTraining.schedule) }
      let sines = run.largestSines
      report(
        "\(count) ratings from a file: \(rate(count, seconds)), RMSE "
          + "\(run.rootMeanSquaredError) where the noise is \(planted.noise), largest angle "
          + "\(degrees(sines.users))° of the users' factors, \(degrees(sines.items))° of the "
          + "items'; \(memory.text)")
    }
  }

  private static func trainInMemory(_ planted: PlantedFactors, _ count: Int) throws {
    try withFiles(planted, count) { training, _ in
      let trainer = PlantedTraining.trainer(on: training.loaded(), rank: planted.rank)
      let seconds = try time { try trainer.fit(epochs: 1, schedule: PlantedTraining.schedule) }
      report("\(count) ratings from memory: \(rate(count, seconds))")
    }
  }

  /// Writes the ratings to files that are removed afterwards.
  private static func withFiles(
    _ planted: PlantedFactors, _ count: Int,
    _ body: (_ training: RatingsFile, _ validation: RatingsFile) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lectern-out-of-memory-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ count: Int, _ name: String) throws -> RatingsFile {
      let path = folder.appendingPathComponent(name).path
      try RatingsFile.write(
        planted.ratings(count, name), to: path, userCount: planted.userCount,
        itemCount: planted.itemCount)
      return try RatingsFile(path)
    }
    try body(try file(count, "training"), try file(1_000_000, "validation"))
  }

  private static func time(_ work: () throws -> Void) rethrows -> Double {
    let time = try ContinuousClock().measure(work)
    return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
  }

  private static func rate(_ count: Int, _ seconds: Double) -> String {
    "\(Int(Double(count) / seconds)) ratings/s in training"
  }

  private static func degrees(_ sine: Float) -> Double { asin(Double(min(sine, 1))) * 180 / .pi }

  /// Beside the table, and out of the way of `--json`.
  private static func report(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}

/// The largest of what was in memory at some moments, pages of files apart from the others.
private final class ResidentMemory {
  private var anonymous = 0, ofFiles = 0

  func sample() {
    anonymous = max(anonymous, Self.kilobytes("RssAnon"))
    ofFiles = max(ofFiles, Self.kilobytes("RssFile"))
  }

  var text: String {
    "at most \(anonymous / 1024) MiB of own memory and \(ofFiles / 1024) MiB of files, peak "
      + "\(Self.kilobytes("VmHWM") / 1024) MiB"
  }

  /// A line of Linux's figures of this process; 0 elsewhere.
  private static func kilobytes(_ name: String) -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("\(name):") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }
}
