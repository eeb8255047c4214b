import Testing

@testable import Engine

@Suite struct ActivationLayerTests {
  struct Figures: GradientFigures {
    var name: String
    var upstream, output: ReferenceTensor
    var leaves, gradients: [String: ReferenceTensor]
  }

  private static var layers: [String: any UnaryLayer] {
    [
      "LeakyReLU": LeakyReLU(), "LeakyReLU 0.2": LeakyReLU(negativeSlope: 0.2), "ELU": ELU(),
      "ELU 0.5": ELU(alpha: 0.5), "SiLU": SiLU(), "Softplus": Softplus(), "Softmax": Softmax(),
      "LogSoftmax": LogSoftmax(),
    ]
  }

  @Test("Activations as layers as in PyTorch, also at 0 and at ±80") func reference() throws {
    let figures = try ReferenceFile.read("more_activations", as: [Figures].self)
    #expect(figures.count == Self.layers.count)
    for figure in figures {
      let layer = try #require(Self.layers[figure.name])
      figure.check("layer:\(figure.name)", figure.variables, within: 1e-6, "\(figure.name)") {
        layer($0["input"]!)
      }
    }
  }

  @Test func nearZeroELULosesNoDigits() {
    let found = Tensor([-1e-6, -1e-20]).elu().scalars
    #expect(
      (found[0] / -9.999995e-7 - 1).magnitude <= 3e-7 && (found[1] / -1e-20 - 1).magnitude <= 3e-7)
  }

  @Test func identityGivesWhatItGets() {
    let x = Variable([1, 2])
    #expect(Identity()(x) === x)
  }

  @Test func notANumberStays() {
    let x = Tensor(shape: [1], scalars: [.nan])
    for result in [x.leakyReLU(), x.elu(), x.silu()] { #expect(result[0].isNaN) }
  }
}
