import Engine
import Testing

struct LearningRateSearchTests {
  private func trainer(_ items: TensorDataset<Tensor, Tensor> = Line.points) -> Trainer<
    Line, TensorDataset<Tensor, Tensor>
  > {
    Trainer(
      model: Line(), training: items, loss: .meanSquaredError,
      optimizer: SGD(learningRate: 0.1, momentum: 0.5), batchSize: 4,
      random: RandomGenerator(seed: 1))
  }

  @Test("the rates are evenly spaced in their logarithms")
  func ramp() {
    let search = trainer().findLearningRate(from: 1e-6, to: 1e-4, steps: 3)
    let errors = zip(search.learningRates, [1e-6, 1e-5, 1e-4]).map { ($0 / $1 - 1).magnitude }
    #expect(search.learningRates.count == 3)
    #expect(errors.allSatisfy { $0 < 1e-12 })
    #expect(search.losses.count == 3)
    #expect(search.smoothedLosses[0] == search.losses[0])
  }

  @Test("it stops where the loss runs away; the suggestions lie before that")
  func divergence() throws {
    let search = trainer().findLearningRate(from: 1e-4, to: 1e4, steps: 120)
    #expect(search.losses.count < 120)
    let last = try #require(search.smoothedLosses.last)
    #expect(last > 4 * (try #require(search.smoothedLosses.min())))
    for rate in [search.steepest, search.valley, search.minimumOverTen] {
      #expect((1e-3...2).contains(try #require(rate)))
    }
    #expect(search.suggestion == search.valley)
    let place = try #require(search.learningRates.firstIndex { $0 == search.lowest })
    #expect(search.smoothedLosses.allSatisfy { $0 >= search.smoothedLosses[place] })
    #expect(search.minimumOverTen == search.learningRates[place] / 10)
  }

  @Test("a loss that is not a number ends it before the step")
  func notANumber() {
    let items = TensorDataset(inputs: Tensor([0, 1, 2]), targets: Tensor([0, .nan, 2]))
    let trainer = trainer(items)
    #expect(trainer.findLearningRate().losses.isEmpty)
    #expect(trainer.findLearningRate().lowest == nil)
    #expect(trainer.model.slope.value == [0])
  }

  @Test("afterwards the training goes as if nothing had been")
  func takenBack() throws {
    let plain = trainer()
    let searched = trainer()
    try plain.fit(epochs: 1)
    try searched.fit(epochs: 1)
    _ = searched.findLearningRate(steps: 10)
    #expect(searched.rule as? SGD == plain.rule as? SGD)
    #expect(searched.model.slope.gradient == nil)
    try plain.fit(epochs: 2)
    try searched.fit(epochs: 2)
    #expect(searched.model.slope.value == plain.model.slope.value)
    #expect(searched.history == plain.history)
  }

  @Test("the drawing has a logarithmic axis, and marks the suggestions")
  func plot() {
    let search = trainer().findLearningRate(from: 1e-4, to: 1e4, steps: 120)
    #expect(search.plot.xAxis.isLogarithmic)
    #expect(search.plot.references.map(\.name) == ["valley", "steepest"])
    #expect(search.representations == search.plot.representations)
    let short = trainer().findLearningRate(steps: 4)
    #expect(short.valley == nil && short.steepest == nil)
    #expect(short.plot.references.isEmpty)
  }
}
