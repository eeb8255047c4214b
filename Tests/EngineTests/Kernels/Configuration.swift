import CKernels
import Testing

@testable import Engine

/// A set of kernels and a number of threads.
struct Configuration: CustomTestStringConvertible, Sendable {
  let kernels: String
  let threads: Int32

  var testDescription: String { "\(kernels) on \(threads)" }

  /// Those that this CPU has, on 1, 2 and 4 threads.
  static let all: [Configuration] = ["generic", "avx2", "avx512"].flatMap { kernels in
    [1, 2, 4].map { Configuration(kernels: kernels, threads: $0) }
  }.filter { configuration in
    defer { lectern_force_isa(nil) }
    return lectern_force_isa(configuration.kernels) != 0
  }

  /// Runs `body` so. Only for suites that run one test at a time.
  func run<Result>(_ body: () -> Result) -> Result {
    lectern_force_isa(kernels)
    lectern_set_threads(threads)
    defer {
      lectern_force_isa(nil)
      lectern_set_threads(0)
    }
    return body()
  }
}

extension Tensor {
  /// The bits of each element; all NaNs count as one, since their bits say nothing.
  var bits: [UInt32] {
    scalars.map { $0.isNaN ? Float.nan.bitPattern : $0.bitPattern }
  }
}

/// Numbers for tests: sizes from tiny to huge, signs, and what is special about floats.
enum Samples {
  static let special: [Float] = [
    0, -0, 1, -1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
    .leastNormalMagnitude, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 88.5, 89, -87.4,
    -103.9, -104.1, 0.5, 2, 1e-30, 1e30,
  ]

  /// Normally distributed numbers.
  static func normal(_ shape: [Int], stream: UInt64, scale: Float = 1) -> Tensor {
    var random = RandomGenerator(seed: 2026, stream: stream)
    return .normal(shape, standardDeviation: scale, using: &random)
  }

  /// Numbers of all magnitudes, the special ones among them.
  static func wild(_ count: Int, stream: UInt64) -> Tensor {
    var random = RandomGenerator(seed: 11, stream: stream)
    return Tensor(
      (0..<count).map { index in
        if index % 7 == 3 { return special[random.integer(below: special.count)] }
        let exponent = random.integer(below: 60) - 30
        return random.normal() * Float(sign: .plus, exponent: exponent, significand: 1)
      })
  }
}
