import CKernels
import Foundation

/// A piece of work whose time is worth knowing. A script in Tests/Reference does the same work with
/// PyTorch.
struct Benchmark: Sendable {
  var name: String
  var what: String
  /// Prepares the work and returns what is timed, a closure for each line of the table.
  var prepare: @Sendable (_ dataFolder: String?) throws -> [Workload]

  struct Workload {
    var name: String
    /// Done in one run.
    var amount: Double
    /// Of the amount in 10⁹ a second: `GFLOP/s`.
    var unit: String
    /// Counted runs, besides those that warm up.
    var runs: Int
    var warmUps = 1
    var run: () throws -> Void
  }

  /// What runs when no name is given.
  static let usual = [gemm, factorization, transformerStep]
  static let all = usual + [accumulation, outOfMemory]
}

/// How long a workload took.
struct Measurement: Encodable {
  var benchmark: String
  var name: String
  /// The median of the runs.
  var seconds: Double
  var fastest: Double
  var runs: Int
  /// The amount of work a second, in 10⁹ units.
  var rate: Double
  var unit: String
  /// Of the process, up to the end of the workload.
  var peakMemoryBytes: Int
  /// By how much the peak grew in the counted runs; a leak would show here.
  var growthBytes: Int

  /// - Parameter runs: how many count, in place of the workload's own number.
  init(of workload: Benchmark.Workload, in benchmark: String, runs: Int?) throws {
    let runs = runs ?? workload.runs
    for _ in 0..<workload.warmUps { try workload.run() }
    let clock = ContinuousClock()
    let peakBefore = Self.peakMemory()
    let times = try (0..<runs).map { _ in
      let time = try clock.measure(workload.run)
      return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    }.sorted()
    self.benchmark = benchmark
    name = workload.name
    seconds = times[times.count / 2]
    fastest = times[0]
    self.runs = runs
    rate = workload.amount / seconds * 1e-9
    unit = workload.unit
    peakMemoryBytes = Self.peakMemory()
    growthBytes = peakMemoryBytes - peakBefore
  }

  private static func peakMemory() -> Int {
    var usage = rusage()
    #if os(Linux)
      let unit = 1024
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      let unit = 1
      getrusage(RUSAGE_SELF, &usage)
    #endif
    return usage.ru_maxrss * unit
  }
}

/// What the figures were measured on.
struct BenchmarkMachine: Encodable {
  var processor: String
  var threads = Int(lectern_thread_count())
  var instructionSet = String(cString: lectern_isa_name())

  init() {
    let cpuinfo = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = cpuinfo.split(separator: "\n").first { $0.hasPrefix("model name") }
    processor =
      line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
      ?? "unknown processor"
  }

  var text: String {
    "\(processor), \(threads) \(threads == 1 ? "thread" : "threads"), \(instructionSet) kernels"
  }
}
