import Engine
import Testing

@testable import Recommender

struct DotProductTests {
  /// 3 users, 4 items.
  private let ratings = Ratings.example(
    [(0, 1, 4, 0), (2, 1, 3, 1), (2, 0, 5, 2), (1, 2, 1, 3)], users: 3, items: 4)
  private let pairs = UserItemPairs(users: [0, 2, 2, 0], items: [3, 1, 0, 3])

  @Test(arguments: [
    (false, ["userFactors.weight", "itemFactors.weight"], 3 * 5 + 4 * 5),
    (
      true, ["userFactors.weight", "itemFactors.weight", "userBias.weight", "itemBias.weight"],
      3 * 5 + 4 * 5 + 3 + 4
    ),
  ])
  func parameters(hasBiases: Bool, names: [String], count: Int) {
    let model = model(hasBiases: hasBiases)
    #expect(model.parameters.map(\.name) == names)
    #expect(model.parameterCount == count)
  }

  @Test(arguments: [false, true], [nil, 0...5.5] as [ClosedRange<Float>?])
  func predictions(hasBiases: Bool, range: ClosedRange<Float>?) {
    let model = model(hasBiases: hasBiases, range: range)
    let predictions = model(pairs).value
    #expect(predictions.shape == [4])
    for row in 0..<4 {
      let expected = prediction(model, user: pairs.users[row], item: pairs.items[row])
      #expect((predictions[row] - expected).magnitude < 1e-5)
    }
  }

  /// The formula in plain arithmetic, one pair at a time.
  private func prediction(_ model: DotProduct, user: Int, item: Int) -> Float {
    var score: Float = 0
    for factor in 0..<5 {
      score +=
        model.userFactors.weight.value[user, factor]
        * model.itemFactors.weight.value[item, factor]
    }
    score += model.userBias?.weight.value[user, 0] ?? 0
    score += model.itemBias?.weight.value[item, 0] ?? 0
    guard let range = model.range else { return score }
    let part = (Tensor([score]).sigmoid())[0]
    return range.lowerBound + (range.upperBound - range.lowerBound) * part
  }

  /// Each parameter's gradient against the change of the loss when it is moved a little.
  @Test func gradientsAgreeWithDifferences() throws {
    let model = model(hasBiases: true, range: 0...5.5)
    let targets: Tensor = [4, 3, 5, 1]
    gradients { meanSquaredError(model(pairs), targets).backward() }
    for parameter in model.parameters {
      let variable = parameter.variable
      let gradient = try #require(variable.gradient)
      #expect(gradient.shape == variable.value.shape)
      for index in 0..<variable.value.count {
        let slope = slope(of: variable, at: index) {
          meanSquaredError(model(pairs), targets).value.item
        }
        #expect((gradient.scalars[index] - slope).magnitude < 2e-2, "\(parameter.name) \(index)")
      }
    }
  }

  private func slope(of variable: Variable, at index: Int, _ loss: () -> Float) -> Float {
    let original = variable.value
    let step: Float = 1 / 128
    func moved(by distance: Float) -> Float {
      var scalars = original.scalars
      scalars[index] += distance
      variable.value = Tensor(shape: original.shape, scalars: scalars)
      return loss()
    }
    defer { variable.value = original }
    return (moved(by: step) - moved(by: -step)) / (2 * step)
  }

  @Test func predictionsStayInTheRange() {
    let model = model(hasBiases: true, range: 1...5)
    model.userBias?.weight.value = Tensor.full([3, 1], 100)
    #expect(model(pairs).value.scalars.allSatisfy { $0 == 5 })
    model.userBias?.weight.value = Tensor.full([3, 1], -100)
    #expect(model(pairs).value.scalars.allSatisfy { $0 == 1 })
  }

  @Test func seedDecidesTheStart() {
    #expect(model(seed: 3)(pairs).value == model(seed: 3)(pairs).value)
    #expect(model(seed: 3)(pairs).value != model(seed: 4)(pairs).value)
  }

  /// On ratings that follow from factors, training finds factors that give them back.
  @Test func learns() throws {
    let model = model(hasBiases: true, range: 0...5.5)
    let trainer = Trainer(
      model: model, training: ratings, loss: .meanSquaredError,
      optimizer: AdamW(learningRate: 0.05, weightDecay: 0), batchSize: 2,
      random: RandomGenerator(seed: 1))
    try trainer.fit(epochs: 200)
    #expect(trainer.evaluate(on: ratings).loss < 1e-3)
  }

  private func model(
    hasBiases: Bool = true, range: ClosedRange<Float>? = nil, seed: UInt64 = 1
  ) -> DotProduct {
    var random = RandomGenerator(seed: seed)
    return DotProduct(
      for: ratings, factors: 5, hasBiases: hasBiases, range: range,
      initializer: .normal(standardDeviation: 0.5), using: &random)
  }
}
