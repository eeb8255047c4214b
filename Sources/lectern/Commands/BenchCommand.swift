import ArgumentParser
import Display
import Foundation
import Lessons

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measures how fast the engine is on this machine.",
    discussion: """
      NAME is gemm, factorization, transformer-step or out-of-memory; without one, the first three \
      run. Each figure is the median of several runs; out-of-memory, which takes minutes and \
      1.4 GB of disk, runs once. Tests/Reference/beside_pytorch.py puts them beside PyTorch's, \
      measured in turn.
      """)

  @Argument(help: "Which benchmarks to run.")
  var name: [String] = []

  @Option(help: "A folder with MovieLens 100K: factorization then runs on it as well.")
  var ml100k: String?

  @Option(help: "How many runs count, in place of each benchmark's own number.")
  var runs: Int?

  @Flag(help: "One JSON object a line.")
  var json = false

  func validate() throws {
    if let runs, runs < 1 { throw ValidationError("--runs takes a number from 1 on, not \(runs)") }
  }

  func run() throws {
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

  private func line(_ line: Line) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(line), as: UTF8.self)
  }

  private func table(_ measurements: [Measurement], _ machine: BenchmarkMachine) -> Table {
    Table(
      columns: [
        .rowHeader("work"), .init("median, ms", decimals: 2), .init("runs", decimals: 0),
        .init("rate", decimals: 1), "unit", .init("peak, MB", decimals: 0),
        .init("growth, MB", decimals: 1),
      ],
      rows: measurements.map { measurement in
        [
          measurement.name, measurement.seconds * 1000, measurement.runs, measurement.rate,
          measurement.unit, Double(measurement.peakMemoryBytes) / 1e6,
          Double(measurement.growthBytes) / 1e6,
        ]
      },
      caption: machine.text)
  }
}
