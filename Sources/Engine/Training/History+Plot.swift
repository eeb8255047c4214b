import Plots

extension History {
  /// The smoothed training loss of the batches and the validation loss of the epochs.
  public var plot: Plot {
    var series = [
      Plot.Series("training", x: batches.map(\.position), y: batches.map(\.smoothedLoss))
    ]
    let validated = epochs.filter { $0.validationLossIfPresent != nil }
    if !validated.isEmpty {
      series.append(
        Plot.Series(
          "validation", x: validated.map { Double($0.epoch) },
          y: validated.compactMap(\.validationLossIfPresent)))
    }
    return Plot.lines(series).axes(x: "epoch", y: "loss")
  }

  /// The learning rate of the batches.
  public var learningRatePlot: Plot {
    Plot.line(x: batches.map(\.position), y: batches.map(\.learningRate))
      .axes(x: "epoch", y: "learning rate")
  }
}
