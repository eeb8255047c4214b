import CKernels
import Foundation
import Testing

@testable import Engine

/// The kernels' own functions against the system's in double precision.
@Suite struct FunctionAccuracyTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let range: ClosedRange<Float>
    let ours: @Sendable (Tensor) -> Tensor
    let exact: @Sendable (Double) -> Double
  }

  static let cases: [Case] = [
    Case(testDescription: "exp", range: -104...88.7, ours: { $0.exp() }, exact: Foundation.exp),
    Case(testDescription: "exp near 0", range: -1...1, ours: { $0.exp() }, exact: Foundation.exp),
    Case(
      testDescription: "log", range: 0x1p-149...3e38, ours: { $0.log() }, exact: Foundation.log),
    Case(
      testDescription: "log near 1", range: 0.5...2, ours: { $0.log() }, exact: Foundation.log),
    Case(testDescription: "tanh", range: -12...12, ours: { $0.tanh() }, exact: Foundation.tanh),
    Case(
      testDescription: "tanh near 0", range: -0.01...0.01, ours: { $0.tanh() },
      exact: Foundation.tanh),
    Case(
      testDescription: "sigmoid", range: -100...100, ours: { $0.sigmoid() },
      exact: { 1 / (1 + Foundation.exp(-$0)) }),
    Case(testDescription: "erf", range: -5...5, ours: { $0.erf() }, exact: Foundation.erf),
    Case(
      testDescription: "erf near 0", range: -0.01...0.01, ours: { $0.erf() },
      exact: Foundation.erf),
    Case(
      testDescription: "softplus", range: -100...100, ours: { $0.softplus() },
      exact: { max($0, 0) + log1p(Foundation.exp(-abs($0))) }),
    Case(testDescription: "sin", range: -100...100, ours: { $0.sin() }, exact: Foundation.sin),
    Case(testDescription: "cos", range: -1e6...1e6, ours: { $0.cos() }, exact: Foundation.cos),
    Case(
      testDescription: "log1p", range: -0.9999...3e38, ours: { $0.log1p() },
      exact: Foundation.log1p),
    Case(
      testDescription: "log1p near 0", range: -0.5...0.5, ours: { $0.log1p() },
      exact: Foundation.log1p),
    Case(
      testDescription: "expm1", range: -100...88.7, ours: { $0.expm1() }, exact: Foundation.expm1),
    Case(
      testDescription: "expm1 near 0", range: -1...1, ours: { $0.expm1() },
      exact: Foundation.expm1),
    Case(
      testDescription: "pow", range: 0...100, ours: { $0.pow(1.7) },
      exact: { Foundation.pow($0, Double(Float(1.7))) }),
  ]

  @Test(arguments: cases) func atMostTwoUnitsInTheLastPlace(function: Case) {
    let inputs = Self.samples(function.range)
    let results = function.ours(Tensor(inputs)).scalars
    var worst = (error: 0.0, at: Float(0))
    for (x, result) in zip(inputs, results) {
      let exact = function.exact(Double(x))
      let unit = Double(max(Float(exact).magnitude, .leastNormalMagnitude).ulp)
      let error = abs(Double(result) - exact) / unit
      if !(error <= worst.error) { worst = (error, x) }
    }
    #expect(worst.error <= 2, "at \(worst.at)")
  }

  /// Evenly spaced numbers and, where the range spans magnitudes, evenly spaced bit patterns.
  private static func samples(_ range: ClosedRange<Float>) -> [Float] {
    let count = 50_000
    let step = (range.upperBound / Float(count) - range.lowerBound / Float(count))
    let even = (0...count).map { min(range.upperBound, range.lowerBound + Float($0) * step) }
    let lowest = max(range.lowerBound, .leastNonzeroMagnitude).bitPattern
    let span = Int(range.upperBound.bitPattern) - Int(lowest)
    let patterns = (0..<count).map { Float(bitPattern: lowest + UInt32($0 * span / count)) }
    return even + patterns.filter { range.contains($0) }
  }

  @Test func doublePrecisionIsExactToTheLastPlace() {
    var random = RandomGenerator(seed: 1)
    for _ in 0..<100_000 {
      let x = (random.uniformDouble() - 0.5) * 1400
      let exponential = lectern_exp_f64(x)
      #expect(abs(exponential - Foundation.exp(x)) <= 2 * exponential.ulp)
      let y = Foundation.exp(x)
      #expect(abs(lectern_log_f64(y) - Foundation.log(y)) <= 2 * Foundation.log(y).ulp)
      let turns = random.uniformDouble()
      #expect(abs(lectern_cos_turns_f64(turns) - cos(2 * .pi * turns)) < 1e-15)
    }
  }
}
