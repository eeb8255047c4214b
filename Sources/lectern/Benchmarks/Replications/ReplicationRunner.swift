import Foundation
import Recommender
import Site

/// Runs models on the sets that are here, each run that is not yet in the file of results.
struct ReplicationRunner {
  var replications: [Replication]
  var seeds: Int
  var file: ReplicationFile
  /// The program and its version, as the file names it.
  var who = "Lectern \(Workspace.version)"
  /// Told of each run that was finished just now.
  var finished: (ReplicationRun) -> Void
  /// Told of what happens meanwhile, a line at a time.
  var report: (String) -> Void = { _ in }

  /// What runs on one set.
  func run(on data: ReplicationData) throws {
    let hash = try data.sha256()
    // Read once, and not at all when nothing is to be done.
    var ratings: Ratings?
    for replication in replications where replication.sets.contains(data.name) {
      for seed in replication.isRandom ? Array(1...seeds) : [1] {
        let key = ReplicationRun.Key(
          model: replication.model, settings: replication.settings, set: data.name,
          dataSHA256: hash, seed: seed, who: who)
        // Another process may have added it meanwhile.
        if try file.read().contains(key) { continue }
        let known = try ratings ?? data.read()
        ratings = known
        let run = try run(key, on: known)
        try file.append(run)
        finished(run)
      }
    }
  }

  private func run(_ key: ReplicationRun.Key, on ratings: Ratings) throws -> ReplicationRun {
    let start = ContinuousClock.now
    let name = "\(key.set), \(key.model), seed \(key.seed)"
    let trial = ReplicationTrial(settings: key.settings, seed: key.seed) { epoch in
      report("\(name): epoch \(epoch.epoch), \(Self.figures(epoch.metrics.map(\.value)))")
    }
    let outcome = try trial.run(on: ratings)
    let time = ContinuousClock.now - start
    return ReplicationRun(
      key, meanSquaredError: outcome.meanSquaredError,
      meanAbsoluteError: outcome.meanAbsoluteError, epochs: outcome.epochs,
      seconds: Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18)
  }

  private static func figures(_ values: [Double]) -> String {
    zip(["MSE", "MAE"], values).map { "\($0) \(String(format: "%.4f", $1))" }
      .joined(separator: ", ")
  }
}
