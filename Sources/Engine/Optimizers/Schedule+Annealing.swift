import CKernels

extension Schedule {
  /// The slanted triangle of ULMFiT: the learning rate climbs in a straight line from
  /// `peak` / `ratio` to `peak`, then falls back in a longer one.
  ///
  /// In step t of T, with cut = ⌊T · cutFraction⌋:
  ///
  ///     p = t / cut                                            as long as t < cut
  ///     p = 1 − (t − cut) / (cut · (1 / cutFraction − 1))      from then on
  ///     rate = peak · (1 + p · (ratio − 1)) / ratio
  ///
  /// The climb is short, to find the right region; the descent long, to settle in it. Where cut
  /// is 0, a run of too few steps, the rate falls from `peak` over all of them. Since cut is rounded
  /// down, p ends a little below 0; where that would make the rate negative, in runs of fewer than
  /// 300 steps with the defaults, it is 0. (J. Howard and
  /// S. Ruder, *Universal language model fine-tuning for text classification*, 2018,
  /// arXiv:1801.06146, equation 3.)
  ///
  /// - Parameters:
  ///   - peak: the largest learning rate, that of step cut.
  ///   - cutFraction: the share of the steps that climb, above 0 and below 1.
  ///   - ratio: how many times smaller the smallest rate is.
  public static func slantedTriangular(
    peak: Double, cutFraction: Double = 0.1, ratio: Double = 32
  ) -> Schedule {
    Hyperparameters.requireRate("slantedTriangular", "the peak", peak)
    if !(ratio >= 1 && ratio.isFinite) {
      stop("slantedTriangular", "the ratio must be a finite number, 1 or more; it is \(ratio)")
    }
    if !(cutFraction > 0 && cutFraction < 1) {
      stop("slantedTriangular", "the cut is a fraction between 0 and 1, not \(cutFraction)")
    }
    return Schedule { step, total in
      let cut = (Double(total) * cutFraction).rounded(.down)
      let fall = cut > 0 ? cut * (1 / cutFraction - 1) : Double(total)
      let t = Double(step)
      let p = t < cut ? t / cut : 1 - (t - cut) / fall
      return Setting(learningRate: max(0, peak * (1 + p * (ratio - 1)) / ratio))
    }
  }

  /// Cosine annealing with warm restarts: in each cycle the learning rate falls from `peak` to
  /// `lowest` along half a wave of the cosine, and jumps back for the next.
  ///
  /// lowest + (peak − lowest) · (1 + cos(π · t / T)) / 2, with t steps done of the cycle's T.
  /// A jump out of a narrow minimum ends in a wide one; at the end of each cycle the model is
  /// worth keeping. (I. Loshchilov and F. Hutter, *SGDR*, 2017, arXiv:1608.03983, equation 5.
  /// PyTorch: `CosineAnnealingWarmRestarts`. fastai 0.7 counts cycles in epochs: its `cycle_len`
  /// 1 and `cycle_mult` 2 are `stepsPerCycle: trainer.batchesPerEpoch, multiplier: 2`.)
  ///
  /// - Parameters:
  ///   - peak: the rate that each cycle starts with.
  ///   - stepsPerCycle: of the first cycle.
  ///   - multiplier: how many times longer than the one before each cycle is.
  ///   - lowest: the rate that each cycle ends just above.
  public static func cosineRestarts(
    peak: Double, stepsPerCycle: Int, multiplier: Int = 1, lowest: Double = 0
  ) -> Schedule {
    requireRates("cosineRestarts", peak: peak, lowest: lowest)
    if stepsPerCycle < 1 || multiplier < 1 {
      stop(
        "cosineRestarts",
        "cycles of \(stepsPerCycle) steps, each \(multiplier) times longer, are impossible")
    }
    return Schedule { step, _ in
      var (start, length) = (0, stepsPerCycle)
      while step - start >= length {
        start += length
        // Past the longest run there is; the product must not overflow.
        length = length > Int.max / multiplier ? .max : length * multiplier
      }
      let position = Double(step - start) / Double(length)
      return Setting(learningRate: cosineWave(from: peak, to: lowest, at: position))
    }
  }

  /// The learning rate is multiplied by `factor` after each step: start · factorᵗ in step t.
  /// (PyTorch: `ExponentialLR`, stepped once a batch.)
  public static func exponential(start: Double, factor: Double) -> Schedule {
    Hyperparameters.requireRate("exponential", "the first rate", start)
    Hyperparameters.requirePositive("exponential", "the factor", factor)
    return Schedule { step, _ in
      Setting(learningRate: start * lectern_pow_f64(factor, Double(step)))
    }
  }

  /// The learning rate changes by the same factor from step to step, from `start` in the first
  /// step to `end` in the last: start · (end / start)^(t / (T − 1)), a straight line on a
  /// logarithmic axis. The learning-rate finder's.
  public static func exponential(from start: Double, to end: Double) -> Schedule {
    Hyperparameters.requirePositive("exponential", "the first rate", start)
    Hyperparameters.requirePositive("exponential", "the last rate", end)
    return Schedule { step, total in
      let position = total > 1 ? Double(step) / Double(total - 1) : 0
      return Setting(learningRate: start * lectern_pow_f64(end / start, position))
    }
  }

  /// Rates by hand: from each of the given steps on, the rate beside it.
  ///
  ///     .piecewise([0: 1e-2, 2 * trainer.batchesPerEpoch: 1e-3])
  ///
  /// (PyTorch: `MultiStepLR`, where each rate is the same part of the one before.)
  ///
  /// - Parameter rates: steps in ascending order, the first of them 0, and rates.
  public static func piecewise(_ rates: KeyValuePairs<Int, Double>) -> Schedule {
    let starts = rates.map(\.key)
    let values = rates.map(\.value)
    for (step, rate) in rates {
      Hyperparameters.requireRate("piecewise", "the rate from step \(step) on", rate)
    }
    if starts.first != 0 || !zip(starts, starts.dropFirst()).allSatisfy(<) {
      stop("piecewise", "the steps must ascend from 0, they are \(starts)")
    }
    return Schedule { step, _ in
      Setting(learningRate: values[starts.lastIndex { $0 <= step }!])
    }
  }
}
