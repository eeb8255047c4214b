import Engine
import Testing

struct InitializerTests {
  private func moments(_ initializer: Initializer, shape: [Int]) -> (
    mean: Float, deviation: Float, least: Float, most: Float
  ) {
    var random = RandomGenerator(seed: 5)
    let weights = initializer.weights(shape, using: &random).scalars
    let mean = weights.reduce(0, +) / Float(weights.count)
    let variance = weights.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Float(weights.count)
    return (mean, variance.squareRoot(), weights.min()!, weights.max()!)
  }

  @Test(
    "mean, standard deviation and bounds of 20,000 weights with a fan-in of 200",
    arguments: [
      ("zeros", Initializer.zeros, 0, 0, 0...0),
      ("uniform", .uniform(0..<0.05), 0.025, 0.014434, 0...0.05),
      ("normal", .normal(mean: 1, standardDeviation: 0.1), 1, 0.1, 0.5...1.5),
      ("He, uniform", .kaimingUniform, 0, 0.1, -0.17321...0.17321),
      ("He, normal", .kaimingNormal, 0, 0.1, -0.5...0.5),
      ("linear", .linearDefault, 0, 0.040825, -0.070711...0.070711),
      // A fan-out of 100: √(6 / 300), √(2 / 300).
      ("Xavier, uniform", .xavierUniform(), 0, 0.081650, -0.141422...0.141422),
      ("Xavier, normal", .xavierNormal(gain: 2), 0, 0.163299, -0.8...0.8),
      // scipy.stats.truncnorm gives these moments.
      ("truncated at two deviations", .truncatedNormal(), 0, 0.879626, -2...2),
      (
        "truncated on one side", .truncatedNormal(mean: 1, standardDeviation: 2, in: 1...100),
        2.595769, 1.205621, 1...20
      ),
      (
        "truncated in the tail", .truncatedNormal(standardDeviation: 0.5, in: 1...1.5),
        1.157911, 0.124017, 1...1.5
      ),
    ] as [(String, Initializer, Float, Float, ClosedRange<Float>)])
  func distribution(
    _ name: String, _ initializer: Initializer, _ mean: Float, _ deviation: Float,
    _ bounds: ClosedRange<Float>
  ) {
    let found = moments(initializer, shape: [100, 200])
    #expect((found.mean - mean).magnitude <= 0.03 * deviation)
    #expect((found.deviation - deviation).magnitude <= 0.02 * deviation)
    #expect(bounds.contains(found.least) && bounds.contains(found.most))
  }

  @Test("the fan-out of a convolution counts the kernel's places")
  func convolution() {
    let bound: Float = (6 / Float(8 * 9 + 16 * 9)).squareRoot()
    let found = moments(.xavierUniform(), shape: [16, 8, 3, 3])
    #expect(found.most <= bound && found.most > 0.98 * bound)
  }

  @Test("the same generator gives the same weights, the next draw others")
  func reproducible() {
    var random = RandomGenerator(seed: 3)
    let first = Embedding(count: 4, width: 5, using: &random).weight.value
    let second = Embedding(count: 4, width: 5, using: &random).weight.value
    random = RandomGenerator(seed: 3)
    #expect(Embedding(count: 4, width: 5, using: &random).weight.value == first)
    #expect(first != second)
  }
}
