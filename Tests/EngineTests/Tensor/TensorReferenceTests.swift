import Foundation
import Testing

@testable import Engine

/// Functions and rearrangements, and their gradients, against PyTorch's; angles against NumPy's.
@Suite struct TensorReferenceTests {
  struct Figures: Decodable {
    struct Function: Decodable {
      var name: String
      var input, upstream, output, inputGradient: ReferenceTensor
    }
    struct Power: Decodable {
      var exponent: UInt32
      var output, gradient: [UInt32]
    }
    struct Trigonometry: Decodable {
      var angles: [UInt32]
      var sines, cosines: [Double]
    }
    var functions: [Function]
    var bases: [UInt32]
    var powers: [Power]
    var trigonometry: Trigonometry
  }

  private let figures: Figures

  init() throws { figures = try ReferenceFile.read("tensor", as: Figures.self) }

  private static let indices = Indices(shape: [3, 2], values: [2, 0, 1, 1, 3, 0])

  private static let functions: [String: @Sendable (Variable) -> Variable] = [
    "sin": { $0.sin() }, "cos": { $0.cos() }, "log1p": { ($0 / 4).log1p() },
    "expm1": { $0.expm1() }, "floor": { $0.floor() }, "ceil": { $0.ceil() },
    "round": { $0.round() }, "sign": { $0.sign() }, "square": { $0.square() },
    "pow(-3)": { $0.pow(-3) },
    "cumulativeSum": { $0.cumulativeSum(axis: 1) }, "product": { $0.product(axis: 1) },
    "standardDeviation": { $0.standardDeviation(axis: 1) },
    "standardDeviation, biased": { $0.standardDeviation(unbiased: false) },
    "logSumExp": { $0.logSumExp(axis: 0) }, "softmax": { $0.softmax(axis: 0) },
    "logSoftmax": { $0.logSoftmax(axis: 0) }, "sorted": { $0.sorted(axis: 0) },
    "sorted, descending": { $0.sorted(descending: true) }, "flip": { $0.flip(axis: -1) },
    "tile": { $0.tile([2, 1, 3]) }, "pad": { $0.pad([(0, 3), (2, 1)], with: 7) },
    "lowerTriangle": { $0.lowerTriangle(diagonal: 1) },
    "upperTriangle": { $0.upperTriangle(diagonal: -1) },
    "gather": { $0.gather(axis: 1, indices) },
    "outer": { $0[0].outer($0[1]) }, "dot": { $0[0].dot($0[2]) }, "part": { $0[1..., 2] },
  ]

  @Test func functions() throws {
    #expect(figures.functions.count == Self.functions.count)
    for figure in figures.functions {
      let function = try #require(Self.functions[figure.name], "\(figure.name)")
      let input = Variable(figure.input.tensor)
      let output = recording { function(input) }
      output.backward(figure.upstream.tensor)
      #expect(largestError(output.value, figure.output.tensor) <= 1e-6, "\(figure.name)")
      #expect(
        largestError(input.gradient, figure.inputGradient.tensor) <= 2e-6,
        "gradient of \(figure.name)")
    }
  }

  /// Zeros, infinities and NaN exactly; others to a unit in the last place.
  private func agree(_ found: Tensor, _ expected: [UInt32]) -> [Int] {
    zip(found.scalars, expected).enumerated().filter { _, pair in
      let expected = Float(bitPattern: pair.1)
      if expected.isNaN || pair.0.isNaN { return expected.isNaN != pair.0.isNaN }
      if expected == 0 || expected.isInfinite { return pair.0.bitPattern != pair.1 }
      return abs(pair.0 - expected) > expected.ulp
    }.map(\.offset)
  }

  @Test func powers() {
    let bases = Tensor(figures.bases.map { Float(bitPattern: $0) })
    for figure in figures.powers {
      let (x, exponent) = (Variable(bases), Float(bitPattern: figure.exponent))
      let result = recording { x.pow(exponent) }
      #expect(agree(result.value, figure.output) == [], "to the power \(exponent)")
      result.backward(.ones(bases.shape))
      #expect(agree(x.gradient!, figure.gradient) == [], "gradient of the power \(exponent)")
    }
  }

  @Test("A negative number to a whole power beyond 1024")
  func wholePowers() {
    #expect(Tensor([-1]).pow(1025) == [-1] && Tensor([-1]).pow(1026) == [1])
    #expect(abs(Tensor([-1.01]).pow(1025).item - -26878.43) < 0.05)
    #expect(gradient(at: -1) { $0.pow(1025) } == 1025)
    // One less than 2²⁵ is odd, and no float.
    #expect(gradient(at: -1) { $0.pow(0x1p25) } == -0x1p25)
    #expect(Tensor([-1]).pow(.greatestFiniteMagnitude) == [1])
  }

  @Test("Sines and cosines of angles of any size")
  func trigonometry() {
    let angles = Tensor(figures.trigonometry.angles.map { Float(bitPattern: $0) })
    func worst(_ found: Tensor, _ exact: [Double]) -> Double {
      zip(found.scalars, exact).map { found, exact in
        let unit = Double(max(Float(exact).magnitude, .leastNormalMagnitude).ulp)
        return abs(Double(found) - exact) / unit
      }.max() ?? 0
    }
    let (sines, cosines) = (angles.sin(), angles.cos())
    #expect(worst(sines, figures.trigonometry.sines) <= 0.51)
    #expect(worst(cosines, figures.trigonometry.cosines) <= 0.51)
    #expect((-angles).sin() == -sines && (-angles).cos() == cosines)
    #expect(Tensor([0, -0.0]).sin().bits == Tensor([0, -0.0]).bits && Tensor([0]).cos() == [1])
    #expect(!Tensor([.infinity, -.infinity, .nan]).sin().isFinite.any())
  }

  @Test func roundingAtTheEdges() {
    let x = Tensor([
      0.5, 1.5, 2.5, -0.5, -1.5, 8_388_607.5, 1e30, -0.0, .infinity, -.infinity, 0.49999997,
      -1e-30,
    ])
    #expect(
      x.round().bits
        == Tensor([0, 2, 2, -0.0, -2, 8_388_608, 1e30, -0.0, .infinity, -.infinity, 0, -0.0]).bits)
    #expect(
      x.floor().bits
        == Tensor([0, 1, 2, -1, -2, 8_388_607, 1e30, -0.0, .infinity, -.infinity, 0, -1]).bits)
    #expect(
      x.ceil().bits
        == Tensor([1, 2, 3, -0.0, -1, 8_388_608, 1e30, -0.0, .infinity, -.infinity, 1, -0.0]).bits)
    #expect(Tensor([.nan]).round().isNaN.all() && Tensor([.nan]).sign().isNaN.all())
    #expect(Tensor([3, -0.1, 0]).sign() == [1, -1, 0])
  }

  @Test func logarithmsAndExponentialsNearZero() {
    let tiny: [Float] = [1e-10, -1e-10, 1e-38, 0]
    #expect(Tensor(tiny).log1p() == Tensor(tiny) && Tensor(tiny).expm1() == Tensor(tiny))
    #expect(Tensor([-1, .infinity]).log1p() == Tensor([-.infinity, .infinity]))
    #expect(Tensor([-2, .nan]).log1p().isNaN.all())
    #expect(
      Tensor([.infinity, -.infinity, -200, 89]).expm1() == Tensor([.infinity, -1, -1, .infinity]))
  }
}
