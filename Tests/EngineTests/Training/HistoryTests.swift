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
