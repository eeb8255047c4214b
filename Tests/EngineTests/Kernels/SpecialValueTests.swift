import CKernels
import Testing

@testable import Engine

/// What functions do at the edges of the floats.
@Suite struct SpecialValueTests {
  private static let tiny = Float.leastNonzeroMagnitude

  private func isAllNaN(_ tensor: Tensor) -> Bool {
    tensor.scalars.allSatisfy { $0.isNaN }
  }

  @Test func exponential() {
    let x = Tensor([.infinity, -.infinity, 0, -0, 89, -104, 88.72283, Self.tiny])
    #expect(
      x.exp() == Tensor([.infinity, 0, 1, 1, .infinity, 0, Tensor(88.72283).exp().item, 1]))
    #expect(Tensor(88.72283).exp().item.isFinite)
    #expect(Tensor(-103.5).exp().item == Self.tiny)
    #expect(Tensor(.nan).exp().item.isNaN)
  }

  @Test func logarithm() {
    let x = Tensor([0, -0, 1, .infinity])
    #expect(x.log() == Tensor([-.infinity, -.infinity, 0, .infinity]))
    #expect(isAllNaN(Tensor([-1, -.infinity, .nan]).log()))
    #expect(abs(Tensor(Self.tiny).log().item - -103.27893) < 1e-5)
  }

  @Test func saturation() {
    let x = Tensor([.infinity, -.infinity, 0])
    #expect(x.tanh() == [1, -1, 0])
    #expect(x.sigmoid() == [1, 0, 0.5])
    #expect(x.sigmoid(in: 0...5) == [5, 0, 2.5])
    #expect(Tensor(-0.0).tanh().item.sign == .minus)
    #expect(isAllNaN(Tensor([.nan, .nan]).tanh()))
    #expect(isAllNaN(Tensor([.nan, .nan]).sigmoid()))
  }

  @Test func activationsAtTheEnds() {
    let x = Tensor([.infinity, -.infinity, 0, -0.0, .greatestFiniteMagnitude, -1e30, .nan])
    #expect(x.erf().bits == Tensor([1, -1, 0, -0.0, 1, -1, .nan]).bits)
    let linear = Tensor([.infinity, -0.0, 0, -0.0, .greatestFiniteMagnitude, -0.0, .nan])
    for activation in [x.gelu(), x.geluTanh(), x.mish()] { #expect(activation.bits == linear.bits) }
    let softplus = x.softplus()
    #expect(softplus.scalars[0] == .infinity && softplus.scalars[1] == 0)
    #expect(softplus.scalars[4] == .greatestFiniteMagnitude && softplus.scalars[6].isNaN)
    #expect(Tensor([Self.tiny, -Self.tiny]).erf() == Tensor([Self.tiny, -Self.tiny]))
  }

  @Test func slopesAtTheEnds() {
    let x = Variable(Tensor([.infinity, -.infinity, 1e30, -1e30]))
    let activations: [(Variable) -> Variable] = [
      { $0.gelu() }, { $0.geluTanh() }, { $0.mish() }, { $0.softplus() },
    ]
    for activation in activations {
      x.gradient = nil
      gradients { activation(x).sum() }.backward()
      #expect(x.gradient == [1, 0, 1, 0])
    }
  }

  @Test func notANumberIsNotLost() {
    let x = Tensor([1, .nan, 3])
    #expect(x.max().item.isNaN && x.min().item.isNaN && x.sum().item.isNaN)
    #expect(x.relu().scalars[1].isNaN && x.clip(0...2).scalars[1].isNaN)
    #expect(Tensor.maximum(x, [2, 2, 2]).scalars[1].isNaN)
    #expect(Tensor.minimum([2, 2, 2], x).scalars[1].isNaN)
    #expect(x.argmax(axis: 0).values == [1])
  }

  @Test func notANumberEqualsNothing() {
    let x = Tensor([1, .nan])
    #expect(x != x)
    #expect((x .== x) == [1, 0])
    #expect((x .< x) == [0, 0])
    #expect((x .!= x) == [0, 1])
  }

  @Test func powers() {
    let x = Tensor([-2, 0, 4])
    #expect(x.pow(2) == [4, 0, 16])
    #expect(x.pow(3) == [-8, 0, 64])
    #expect(x.pow(-1) == Tensor([-0.5, .infinity, 0.25]))
    #expect(x.pow(0) == [1, 1, 1])
    #expect(Tensor([4, 9]).pow(0.5) == [2, 3])
    #expect(Tensor(-2).pow(0.5).item.isNaN)
    #expect(Tensor(8).pow(1 / 3).item == 2)
  }

  @Test func nothingIsNoTrouble() {
    let empty = Tensor.zeros([0])
    #expect(empty.exp() == empty && (empty + 1) == empty && (empty * empty) == empty)
    #expect(empty.sum().item == 0)
    #expect(Tensor.zeros([0, 3]).sum(axis: 0) == [0, 0, 0])
    #expect(Tensor.zeros([3, 0]).sum(axis: 1) == [0, 0, 0])
    #expect(Tensor.zeros([2, 0]).matmul(.zeros([0, 2])) == [[0, 0], [0, 0]])
    #expect(Tensor.zeros([4, 0]).softmax().shape == [4, 0])
  }
}
