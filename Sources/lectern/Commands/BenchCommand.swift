import ArgumentParser
import Display
import Foundation
import Lessons

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measures how fast the engine is on this machine.",
    discussion: """
      NAME is gemm, factorization, transformer-step, accumulation or out-of-memory; without one, the \
      first three run. Each figure is the median of several runs; out-of-memory, which takes minutes \
      and 1.4 GB of disk, runs once. Tests/Reference/beside_pytorch.py puts them beside PyTorch's, \
      measured in turn.

      The benchmark yardstick measures errors in place of speed: it learns from and predicts a split \
      that Tests/Reference/yardstick.py has written. The benchmark ranking measures how good lists of \
      ten are, on a split that Tests/Reference/ranking_peers.py has written.

      With --replicate the models of the texts that the course rests on are trained with these \
      texts' settings, on the data sets that are here; finished runs are added to a file and not \
      repeated, and the site shows them. Hours at full size, so it can be stopped at any time:
        lectern bench --replicate --model 'dot product' --seeds 2
      """)

  @Argument(help: "Which benchmarks to run.")
  var name: [String] = []

  @Option(
    help: "A folder with MovieLens 100K: factorization then runs on it as well, and --replicate.")
  var ml100k: String?

  @Option(help: "How many runs count, in place of each benchmark's own number.")
  var runs: Int?

  @Option(help: "For yardstick and ranking: the folder with the splits.")
  var splits: String?

  @Option(help: "For ranking: a file with lists to judge, in place of our models.")
  var lists: String?

  @Option(help: "For yardstick: the number of a split; without it 0, 1 and 2.")
  var split: Int?

  @Option(help: "For yardstick, ranking and --replicate: the name of a model; without it all.")
  var model: String?

  @OptionGroup(title: "Replications")
  var replications: ReplicateOptions

  @Flag(help: "One JSON object a line.")
  var json = false

  func validate() throws {
    if let runs, runs < 1 { throw ValidationError("--runs takes a number from 1 on, not \(runs)") }
    if replications.replicate {
      if name.isEmpty && splits == nil && split == nil && runs == nil { return }
      throw ValidationError("--replicate takes no benchmark's name, and no --runs or --splits")
    }
    let isYardstick = name == ["yardstick"], isRanking = name == ["ranking"]
    if (isYardstick || isRanking) != (splits != nil)
      || !isYardstick && split != nil || !isRanking && lists != nil
      || !isYardstick && !isRanking && model != nil
    {
      throw ValidationError(
        "yardstick and ranking run alone, with --splits FOLDER; --model belongs to both, --split to "
          + "yardstick, --lists to ranking")
    }
  }

  func run() throws {
    if replications.replicate {
      return try replications.run(model: model, ml100k: ml100k, isJSON: json)
    }
    if let splits {
      return name == ["ranking"] ? try runRanking(in: splits) : try runYardstick(in: splits)
    }
    let chosen = try name.isEmpty ? Benchmark.usual : name.map(benchmark(named:))
    let machine = BenchmarkMachine()
    var measurements: [Measurement] = []
    for benchmark in chosen {
      for workload in try benchmark.prepare(ml100k) {
        let measurement = try Measurement(of: workload, in: benchmark.name, runs: runs)
        measurements.append(measurement)
        if json { try print(line(Line(measurement: measurement, machine: machine))) }
      }
    }
    if !json { print(table(measurements, machine).text) }
  }

  /// Prints one JSON object a line, as each result is there.
  private func runYardstick(in folder: String) throws {
    let chosen = try named(Yardstick.models, \.name)
    for model in chosen {
      for number in split.map({ [$0] }) ?? [0, 1, 2] {
        try print(line(Yardstick.result(of: model, split: number, in: folder)))
      }
    }
  }

  private func runRanking(in folder: String) throws {
    let split = try RankingSplit(folder: folder)
    if let lists { return try print(line(RankingBenchmark.result(ofLists: lists, on: split))) }
    for model in try named(RankingModel.all, \.name) {
      try print(line(RankingBenchmark.result(of: model, on: split)))
    }
  }

  /// The model that the call names, or all.
  private func named<Named>(_ models: [Named], _ name: (Named) -> String) throws -> [Named] {
    guard let model else { return models }
    let chosen = models.filter { name($0) == model }
    if !chosen.isEmpty { return chosen }
    let names = models.map(name)
    throw WrongCall(
      message: "there is no model ‘\(model)’",
      advice: NearestWord.advice(for: model, among: names)
        ?? "there are: \(names.joined(separator: "; "))")
  }

  private func benchmark(named name: String) throws -> Benchmark {
    if let found = Benchmark.all.first(where: { $0.name == name }) { return found }
    let names = Benchmark.all.map(\.name)
    throw WrongCall(
      message: "there is no benchmark ‘\(name)’",
      advice: NearestWord.advice(for: name, among: names)
        ?? "there are: \(names.joined(separator: ", "))")
  }

  private struct Line: Encodable {
    var measurement: Measurement
    var machine: BenchmarkMachine

    func encode(to encoder: any Encoder) throws {
      try measurement.encode(to: encoder)
      try machine.encode(to: encoder)
    }
  }

  private func line(_ line: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(line), as: UTF8.self)
  }

  private func table(_ measurements: [Measurement], _ machine: BenchmarkMachine) -> Table {
    Table(measurements, caption: machine.text) {
      Column(rowHeader: "work", \.name)
      Column("median, ms", decimals: 2) { $0.seconds * 1000 }
      Column("runs", \.runs)
      Column("rate", \.rate, decimals: 1)
      Column("unit", \.unit)
      Column("peak, MB", decimals: 0) { Double($0.peakMemoryBytes) / 1e6 }
      Column("growth, MB", decimals: 1) { Double($0.growthBytes) / 1e6 }
    }
  }
}
