import Engine
import Testing

@testable import Recommender

struct BlendTests {
  private let first = Tensor([1, 2, 3, 4, 5, 6])
  private let second = Tensor([2, 1, 4, 3, 7, 1])

  private func mix(_ a: Float, _ b: Float, _ c: Float) -> [Float] {
    zip(first.scalars, second.scalars).map { a * $0 + b * $1 + c }
  }

  /// What was made with weights is made of them again.
  @Test(arguments: [true, false]) func planted(nonNegative: Bool) {
    let blend = Blend(
      of: [first, second], fitting: mix(0.75, 0.5, -1), nonNegative: nonNegative)
    #expect(difference([blend.weights + [blend.constant]], [[0.75, 0.5, -1]]) < 1e-6)
    #expect(
      difference(
        [blend([second, first]).scalars.map(Double.init)],
        [zip(second.scalars, first.scalars).map { 0.75 * Double($0) + 0.5 * Double($1) - 1 }])
        < 1e-5)
  }

  /// With a negative weight out of bounds the other is the slope of a straight line, by hand.
  @Test func negativeWeight() {
    let targets = mix(0.75, -0.5, 2)
    let free = Blend(of: [first, second], fitting: targets, nonNegative: false)
    #expect(difference([free.weights], [[0.75, -0.5]]) < 1e-6)
    let bounded = Blend(of: [first, second], fitting: targets)
    // Σ (x − 3.5)² = 17.5 and Σ (x − 3.5)(y − 3) = 6.
    #expect(difference([bounded.weights], [[0.75 - 0.5 * 6 / 17.5, 0]]) < 1e-6)
  }

  /// Two models that are the same, and one that says nothing.
  @Test func withoutOneSolution() {
    let blend = Blend(
      of: [first, first, Tensor([3, 3, 3, 3, 3, 3])], fitting: first.scalars)
    #expect(abs(blend.weights[0] + blend.weights[1] - 1) < 1e-6)
    #expect(blend.weights[2] == 0)
    #expect(
      difference(
        [blend([first, first, first]).scalars.map(Double.init)],
        [first.scalars.map(Double.init)]) < 1e-5)
  }

  /// The bounded solution is the best of all those in which some weights are 0.
  @Test func bestOfAllSubsets() {
    var random = RandomGenerator(seed: 3)
    for _ in 0..<20 {
      let columns = (0..<4).map { _ in Tensor.normal([12], using: &random) }
      let targets = Tensor.normal([12], using: &random).scalars
      func error(_ blend: Blend, _ columns: [Tensor]) -> Double {
        zip(blend(columns).scalars, targets).reduce(0) {
          $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1))
        }
      }
      var best = Double.infinity
      for subset in 1..<16 {
        let chosen = (0..<4).filter { subset >> $0 & 1 == 1 }.map { columns[$0] }
        let blend = Blend(of: chosen, fitting: targets, nonNegative: false)
        if blend.weights.allSatisfy({ $0 >= 0 }) { best = min(best, error(blend, chosen)) }
      }
      let blend = Blend(of: columns, fitting: targets)
      #expect(blend.weights.allSatisfy { $0 >= 0 })
      if best.isFinite { #expect(error(blend, columns) < best + 1e-4) }
    }
  }
}
