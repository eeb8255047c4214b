import Foundation
import Testing

@testable import Engine

@Suite struct DropoutTests {
  private let ones = Variable(.ones([1000, 101]))

  private func train(_ layer: Dropout, seed: UInt64) -> Tensor {
    var random = RandomGenerator(seed: seed)
    return withTraining(using: &random) { layer(ones).value }
  }

  @Test func dropsInTrainingAlone() {
    let layer = Dropout(rate: 0.25)
    #expect(layer(ones) === ones)
    #expect(gradients { layer(ones) } === ones)
    let dropped = train(layer, seed: 1)
    #expect(Set(dropped.scalars) == [0, 1 / 0.75])
    // Five standard deviations of the share of 101,000 elements.
    #expect((dropped.mean().item - 1).magnitude < 5 * (0.25 / 0.75 / 101_000).squareRoot())
  }

  @Test func seedsDecide() {
    let layer = Dropout(rate: 0.5)
    #expect(train(layer, seed: 1) == train(layer, seed: 1))
    #expect(train(layer, seed: 1) != train(layer, seed: 2))
  }

  @Test func layersAndStepsDiffer() {
    let layer = Dropout(rate: 0.5)
    var random = RandomGenerator(seed: 1)
    let step = withTraining(using: &random) { [layer(ones).value, layer(ones).value] }
    let next = withTraining(using: &random) { [layer(ones).value] }
    #expect(step[0] != step[1] && step[0] != next[0] && step[1] != next[0])
  }

  @Test func gradientDropsTheSame() {
    let x = Variable(Samples.normal([7, 33], stream: 60))
    let random = RandomGenerator(seed: 4)
    let result = gradients { x.dropout(rate: 0.3, using: random) }
    result.backward(.ones([7, 33]))
    let kept = result.value / x.value
    #expect(largestError(x.gradient, kept) <= 1e-6)
  }

  /// Around groups of 64 elements and passes of 2,048.
  @Test(arguments: [0, 1, 63, 64, 65, 2047, 2048, 2049, 100_003])
  func activationAndDropoutInOnePassGiveTheSameBits(count: Int) {
    let values = Samples.normal([count], stream: 61)
    let upstream = Samples.normal([count], stream: 62)
    let random = RandomGenerator(seed: 5)
    for activation in [TransformerEncoderLayer.Activation.relu, .gelu] {
      let (apart, together) = (Variable(values), Variable(values))
      let expected = gradients {
        (activation == .relu ? apart.relu() : apart.gelu()).dropout(rate: 0.3, using: random)
      }
      let result = gradients { together.dropout(after: activation, rate: 0.3, using: random) }
      expected.backward(upstream)
      result.backward(upstream)
      #expect(result.value.bits == expected.value.bits)
      #expect(together.gradient?.bits == apart.gradient?.bits)
    }
  }

  @Test func elementsComeFromTheBlocksOfPhilox() {
    let random = RandomGenerator(seed: 0x0123_4567_89ab_cdef, stream: 0xfedc_ba98_7654_3210)
    let dropped = Tensor.ones([1000]).dropout(rate: 0.5, using: random)
    for index in 0..<1000 {
      let (group, word, lane) = (index / 64, index % 64 / 16, index % 16)
      let counter = Philox.Counter(UInt32(group * 16 + lane), 0, 0x7654_3210, 0xfedc_ba98)
      let words = Philox.block(counter, key: Philox.Key(0x89ab_cdef, 0x0123_4567))
      #expect(dropped[index] == (words[word] >> 31 == 1 ? 2 : 0))
    }
  }

  @Test func ratesAtTheEnds() {
    #expect(train(Dropout(rate: 1), seed: 1).max().item == 0)
    #expect(train(Dropout(rate: 0), seed: 1) == ones.value)
    #expect(Tensor.zeros([0]).dropout(rate: 0.5, using: RandomGenerator(seed: 1)).count == 0)
  }

  @Test func modesNest() {
    var random = RandomGenerator(seed: 1)
    #expect(!Training.isActive)
    withTraining(using: &random) {
      #expect(Training.isActive)
      withoutTraining { #expect(!Training.isActive) }
      #expect(Training.isActive)
    }
    #expect(!Training.isActive)
  }

  /// What another thread saw.
  private final class Observation: @unchecked Sendable {
    var isActive = true
  }

  @Test func otherThreadsAreNotInTraining() {
    var random = RandomGenerator(seed: 1)
    let (observation, done) = (Observation(), DispatchSemaphore(value: 0))
    withTraining(using: &random) {
      Thread.detachNewThread {
        observation.isActive = Training.isActive
        done.signal()
      }
      done.wait()
    }
    #expect(!observation.isActive)
  }
}
