import ArgumentParser
import Display
import Foundation
import Lessons
import Site

/// The part of `lectern bench` that trains the models of other texts with these texts' settings.
struct ReplicateOptions: ParsableArguments {
  @Flag(help: "Train the models of the texts that the course rests on, with their settings.")
  var replicate = false

  @Option(help: "For --replicate: how many seeds each model is trained with.")
  var seeds: Int?

  @Option(help: "For --replicate: one data set, ml-100k, ml-1m or netflix-prize.")
  var data: String?

  @Option(help: ArgumentHelp("For --replicate: the folder with MovieLens 1M.", valueName: "dir"))
  var ml1m: String?

  @Option(
    help: ArgumentHelp("For --replicate: the folder with the Netflix Prize.", valueName: "dir"))
  var netflix: String?

  @Option(
    help: ArgumentHelp(
      "For --replicate: the file of results, in place of Replications/results.jsonl.",
      valueName: "file"))
  var results: String?

  @Flag(help: "For --replicate: print the models with their settings, and run none.")
  var settings = false

  func validate() throws {
    let isOther = seeds != nil || data != nil || ml1m != nil || netflix != nil || results != nil
    if !replicate && (isOther || settings) {
      throw ValidationError(
        "--seeds, --data, --ml1m, --netflix, --results and --settings belong to --replicate")
    }
    if let seeds, seeds < 1 {
      throw ValidationError("--seeds takes a number from 1 on, not \(seeds)")
    }
    if let data, !ReplicationData.names.contains(data) {
      throw ValidationError(
        "there is no data set ‘\(data)’; there are \(ReplicationData.names.joined(separator: ", "))"
      )
    }
  }

  /// - Parameters:
  ///   - model: the start of a model's name; nil: all.
  ///   - isJSON: whether each finished run is printed as a line of the file of results.
  func run(model: String?, ml100k: String?, isJSON: Bool) throws {
    let replications = try chosen(model)
    if settings { return try printSettings(of: replications) }
    let file = ReplicationFile(
      path: results ?? Workspace.find().replicationResults)
    let runner = ReplicationRunner(
      replications: replications, seeds: seeds ?? 5, file: file,
      finished: { print(isJSON ? ReplicationResults.line($0) : text($0)) },
      report: { FileHandle.standardError.write(Data(($0 + "\n").utf8)) })
    let folders = ["ml-100k": ml100k, "ml-1m": ml1m, "netflix-prize": netflix]
    var found: [String] = []
    for name in data.map({ [$0] }) ?? ReplicationData.names {
      if !replications.contains(where: { $0.sets.contains(name) }) { continue }
      guard let set = try ReplicationData.find(name, in: folders[name] ?? nil) else {
        Terminal.complain("\(name) is not here: \(ReplicationData.howToGet(name))")
        continue
      }
      found.append(name)
      try runner.run(on: set)
    }
    if found.isEmpty { throw ExitCode(2) }
    if isJSON { return }
    let results = try file.read()
    for table in found.flatMap({ results.tables(for: $0) }) { print("\n" + table.text) }
  }

  private func chosen(_ model: String?) throws -> [Replication] {
    guard let model else { return Replication.all }
    let exact = Replication.all.filter { $0.model == model }
    let chosen = exact.isEmpty ? Replication.all.filter { $0.model.hasPrefix(model) } : exact
    if !chosen.isEmpty { return chosen }
    let names = Replication.all.map(\.model)
    throw WrongCall(
      message: "there is no model ‘\(model)’",
      advice: NearestWord.advice(for: model, among: names)
        ?? "there are: \(names.joined(separator: "; "))")
  }

  private func printSettings(of replications: [Replication]) throws {
    struct Line: Encodable {
      var model: String
      var sets: [String]
      var isRandom: Bool
      var settings: ReplicationSettings
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for one in replications {
      let line = Line(
        model: one.model, sets: one.sets, isRandom: one.isRandom, settings: one.settings)
      print(String(decoding: try encoder.encode(line), as: UTF8.self))
    }
  }

  private func text(_ run: ReplicationRun) -> String {
    let four = NumberFormat.decimals(4)
    return
      "\(run.set), \(run.model), seed \(run.seed): MSE \(four.text(of: run.meanSquaredError)), "
      + "MAE \(four.text(of: run.meanAbsoluteError)), "
      + "RMSE \(four.text(of: run.rootMeanSquaredError)), epochs \(run.epochs), "
      + "\(NumberFormat.decimals(0).text(of: run.seconds)) s"
  }
}
