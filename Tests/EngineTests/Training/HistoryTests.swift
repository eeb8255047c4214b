import Engine
import Testing

struct HistoryTests {
  private func record(_ epoch: Int, _ validation: Double?) -> EpochRecord {
    EpochRecord(
      epoch: epoch, trainingLoss: 1 / Double(epoch), validationLoss: validation,
      metrics: validation.map { [.init(name: "RMSE", value: $0.squareRoot())] } ?? [])
  }

  @Test("the table of epochs")
  func table() {
    let history = History(epochs: [record(1, 0.81), record(2, 0.64), record(3, 0.7225)])
    #expect(
      history.representations.plain == """
        epoch  training loss  validation loss    RMSE
        ─────  ─────────────  ───────────────  ──────
            1         1.0000           0.8100  0.9000
            2         0.5000           0.6400  0.8000
            3         0.3333           0.7225  0.8500
        """)
    #expect(history.best?.epoch == 2)
  }

  @Test("epochs with other metrics leave blanks, and none is lost")
  func metricsThatDiffer() {
    let history = History(epochs: [record(1, nil), record(2, 0.64)])
    #expect(
      history.representations.plain == """
        epoch  training loss  validation loss    RMSE
        ─────  ─────────────  ───────────────  ──────
            1         1.0000
            2         0.5000           0.6400  0.8000
        """)
  }

  @Test("without validation there is no column for it")
  func withoutValidation() {
    let history = History(epochs: [record(1, nil)])
    #expect(
      history.representations.plain == """
        epoch  training loss
        ─────  ─────────────
            1         1.0000
        """)
    #expect(history.best == nil)
  }

  @Test(
    "the best epoch is the one that keepBest keeps: NaN is never the best, the first of equals is",
    arguments: [
      ([.nan, 0.5], 2), ([0.5, .nan], 1), ([0.5, 0.5], 1), ([.nan, .nan], nil),
      ([.nan, .infinity], nil), ([.infinity, 2, .nan, 1, 3], 4), ([-.infinity, 1], 1),
    ] as [([Double], Int?)])
  func best(_ losses: [Double], _ expected: Int?) throws {
    let epochs = losses.indices.map { record($0 + 1, losses[$0]) }
    #expect(History(epochs: epochs).best?.epoch == expected)
    let model = Line()
    var kept: [Tensor] = []
    let noted = Callback(afterEpoch: { _ in
      kept.append(model.slope.value)
      return .proceed
    })
    let best = Callback.keepBest(of: model, watching: { losses[$0.epoch - 1] })
    try Trainer(
      model: model, training: Line.points, loss: .meanSquaredError, optimizer: SGD(),
      random: RandomGenerator(seed: 1), callbacks: [noted, best]
    ).fit(epochs: losses.count)
    #expect(model.slope.value == kept[(expected ?? losses.count) - 1])
  }

  @Test("the last epoch, its validation loss and its metrics, without a question mark")
  func last() {
    let history = History(epochs: [record(1, 0.81), record(2, 0.64)])
    #expect(history.last.epoch == 2)
    #expect(history.last.validationLoss == 0.64)
    #expect(history.last.metric("RMSE") == 0.8)
    #expect(record(1, nil).validationLossIfPresent == nil)
  }

  @Test("the plot has a point for each batch and each validated epoch")
  func plot() {
    let batches = (1...4).map { batch in
      History.BatchRecord(
        position: Double(batch) / 2, loss: 9, smoothedLoss: 1 / Double(batch), learningRate: 0.1)
    }
    let history = History(epochs: [record(1, 0.81), record(2, 0.64)], batches: batches)
    guard case .series(let series) = history.plot.content else {
      Issue.record("not a plot of lines")
      return
    }
    #expect(series.map(\.name) == ["training", "validation"])
    #expect(series[0].points.map(\.x) == [0.5, 1, 1.5, 2])
    #expect(series[0].points.map(\.y) == batches.map(\.smoothedLoss))
    #expect(series[1].points.map(\.x) == [1, 2])
    #expect(series[1].points.map(\.y) == [0.81, 0.64])
  }
}
