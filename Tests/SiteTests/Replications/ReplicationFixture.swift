@testable import Site

/// Runs whose errors the tests choose.
enum ReplicationFixture {
  static let hash = String(repeating: "0a", count: 32)

  static func run(
    _ model: String, _ squaredError: Double, seed: Int = 1, who: String = "Lectern 1",
    set: String = "ml-100k", hash: String = hash, absoluteError: Double = 0.5, epochs: Int = 5,
    settings: ReplicationSettings? = nil
  ) -> ReplicationRun {
    let known = Replication.all.first { $0.model == model }!.settings
    let key = ReplicationRun.Key(
      model: model, settings: settings ?? known, set: set, dataSHA256: hash, seed: seed, who: who)
    return ReplicationRun(
      key, meanSquaredError: squaredError, meanAbsoluteError: absoluteError, epochs: epochs,
      seconds: 1)
  }

  static func page(_ runs: [ReplicationRun]) -> String {
    let page = ReplicationsPage(
      results: ReplicationResults(runs: runs), version: "1", hasGlossary: false)
    return String(decoding: page.file.bytes, as: UTF8.self)
  }
}
