import Display
import Plots

/// How the loss went while the learning rate grew from batch to batch, and what to take from it.
///
/// (L. N. Smith, *Cyclical learning rates for training neural networks*, 2017, arXiv:1506.01186,
/// section 3.3. The rules are those of fastai's `lr_find`: it, too, leaves the first tenth of the
/// steps and the last five out of ``steepest`` and ``valley``.)
public struct LearningRateSearch: Sendable, Equatable {
  /// Of each batch, ascending.
  public let learningRates: [Double]
  /// The loss of each batch alone.
  public let losses: [Double]
  /// Over the batches so far, debiased; what the rules look at.
  public let smoothedLosses: [Double]
  /// Where the figures for ``steepest`` and ``valley`` begin.
  private let firstUsed: Int

  init(learningRates: [Double], losses: [Double], smoothedLosses: [Double], plannedSteps: Int) {
    self.learningRates = learningRates
    self.losses = losses
    self.smoothedLosses = smoothedLosses
    firstUsed = plannedSteps / 10
  }

  /// What to start with: the ``valley``, fastai's own choice. Stops the program when there were too
  /// few batches for one.
  public var suggestion: Double {
    guard let valley else {
      stop(
        "LearningRateSearch.suggestion",
        "\(losses.count) batches with a finite loss are too few to see where it falls; search in "
          + "more steps, or from a smaller rate")
    }
    return valley
  }

  /// Where the loss falls fastest, as the logarithm of the rate grows; nil after too few batches.
  public var steepest: Double? {
    let used = used
    let slopes = zip(used, used.dropFirst()).map { ($1.loss - $0.loss, at: $0.rate) }
    // The logarithms are evenly spaced, so the differences are as good as the slopes.
    return slopes.min { $0.0 < $1.0 }?.at
  }

  /// The rate with the smallest smoothed loss, the lowest point of the curve; beyond it the loss
  /// rises. Nil when no batch had a finite loss.
  ///
  /// It looks at all batches, so it can be the very first, of which few losses are in the mean.
  public var lowest: Double? {
    smoothedLosses.indices.min { smoothedLosses[$0] < smoothedLosses[$1] }
      .map { learningRates[$0] }
  }

  /// A tenth of the ``lowest``: at the lowest point itself the loss is about to rise.
  public var minimumOverTen: Double? { lowest.map { $0 / 10 } }

  /// Halfway down the longest descent: of the longest run of ever smaller losses, in which others
  /// may lie between, about the middle. Nil after too few batches.
  public var valley: Double? {
    let used = used
    if used.isEmpty { return nil }
    var lengths = Array(repeating: 1, count: used.count)
    for index in used.indices {
      for earlier in 0..<index where used[index].loss < used[earlier].loss {
        lengths[index] = max(lengths[index], lengths[earlier] + 1)
      }
    }
    let end = lengths.indices.max { lengths[$0] < lengths[$1] } ?? 0
    let start = end - lengths[end]
    let third = Double(end - max(0, start)) / 3
    return used[max(0, start) + Int(third) + Int(third / 2)].rate
  }

  private var used: [(rate: Double, loss: Double)] {
    Array(
      zip(learningRates, smoothedLosses).map { (rate: $0, loss: $1) }
        .dropFirst(firstUsed).dropLast(5))
  }

  /// The smoothed loss over the learning rate, on a logarithmic axis, with the rules' rates.
  public var plot: Plot {
    var plot = Plot.line(x: learningRates, y: smoothedLosses).logarithmic(.x)
      .axes(x: "learning rate", y: "smoothed loss")
    if let valley { plot = plot.reference(x: valley, "valley") }
    if let steepest { plot = plot.reference(x: steepest, "steepest") }
    return plot
  }
}

extension LearningRateSearch: Displayable {
  public var representations: Representations { plot.representations }
}
