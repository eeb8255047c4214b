import Testing

@testable import Engine

@Suite struct ValueWithGradientTests {
  @Test func ofOneTensorANumberAndTwo() {
    let one = valueWithGradient(at: [1, 2, 3]) { x in (x * x).sum() }
    #expect(one.value.item == 14 && one.gradient == [2, 4, 6])
    let number = valueWithGradient(at: 3) { x in x * x + x }
    #expect(number.value == 12 && number.gradient == 7)
    #expect(gradient(at: 3) { $0.pow(3) } == 27)
    let two = gradient(at: [1, 2], [3, 4]) { a, b in (a * b * b).sum() }
    #expect(two.0 == [9, 16] && two.1 == [6, 16])
    let itself = valueWithGradient(at: Tensor(5)) { $0 }
    #expect(itself.value.item == 5 && itself.gradient.item == 1)
  }

  @Test("at a number: losses over rows, and a loss of the number itself")
  func ofLossesAtANumber() {
    let (loss, slope) = valueWithGradient(at: 2) { a in meanSquaredError(a * [1, 2], [3, 3]) }
    // ((2 − 3)² + (4 − 3)²) / 2; (2 · (2 − 3) · 1 + 2 · (4 − 3) · 2) / 2
    #expect(loss == 1 && slope == 1)
    let logit: Float = 0
    #expect(gradient(at: logit) { binaryCrossEntropy($0, Tensor(1)) } == -0.5)
    #expect(gradient(at: logit) { meanSquaredError($0.sigmoid(), Tensor(1)) } == -0.25)
  }

  @Test func ofSeveralWithZerosForTheUnused() {
    let (value, gradients) = valueWithGradient(at: [Tensor([1, 2]), Tensor([7]), Tensor([3, 4])]) {
      ($0[0] * $0[2]).sum()
    }
    #expect(value.item == 11 && gradients == [[3, 4], [0], [1, 2]])
  }

  @Test("Gradients that variables keep do not mix with it, nor it with them")
  func leftoverGradients() {
    let (x, other) = (Variable([1, 2]), Variable([3, 4]))
    x.gradient = [100, 100]
    let (_, found) = valueWithGradient(at: x) { ($0 * other).sum() }
    #expect(found == [3, 4])
    #expect(x.gradient == [100, 100] && other.gradient == nil)
  }

  struct Line: Layer {
    let slope = Variable([2, 3])
    let intercept = Variable(Tensor(1))
    let frozen = Variable(Tensor(9), requiresGradient: false)
  }

  @Test func ofAModel() {
    let (loss, gradients) = valueWithGradient(at: Line()) {
      ($0.slope * [1, 2] + $0.intercept * $0.frozen).sum()
    }
    #expect(loss.item == 26)
    #expect(gradients.names == ["slope", "intercept"])
    #expect(gradients["slope"] == [1, 2] && gradients["intercept"].item == 18)
    #expect(gradients.map(\.name) == ["slope", "intercept"])
    #expect("\(gradients)" == "slope = [1, 2]\nintercept = 18")
  }

  @Test func errorsPassThrough() {
    struct Oops: Error {}
    #expect(throws: Oops.self) { try valueWithGradient(at: [1]) { _ in throw Oops() } }
    #expect(!(Variable([1]) * 2).requiresGradient)
  }
}
