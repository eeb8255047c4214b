import CKernels

// Schedules that fall, or change in a straight line.

extension Schedule {
  /// The learning rate falls from `peak` to `lowest` along half a wave of the cosine.
  ///
  /// lowest + (peak − lowest) · (1 + cos(π · t / T)) / 2 in step t of T, so the last step is just
  /// short of the end. (PyTorch: `CosineAnnealingLR` with `T_max` = T, stepped once a batch.)
  ///
  /// - Parameters:
  ///   - peak: the rate of the first step.
  ///   - lowest: the rate that the last step is just above.
  public static func cosine(peak: Double, lowest: Double = 0) -> Schedule {
    requireRates("cosine", peak: peak, lowest: lowest)
    return Schedule { step, total in
      let position = Double(step) / Double(total)
      return Setting(learningRate: cosineWave(from: peak, to: lowest, at: position))
    }
  }

  /// The learning rate is multiplied by `factor` each time so many steps are done:
  /// start · factor^⌊t / steps⌋ in step t. (PyTorch: `StepLR`.)
  ///
  ///     .stepDecay(start: 0.1, factor: 0.5, every: 2 * trainer.batchesPerEpoch)
  public static func stepDecay(
    start: Double, factor: Double = 0.1, every steps: Int
  ) -> Schedule {
    Hyperparameters.requireRate("stepDecay", "the first rate", start)
    Hyperparameters.requirePositive("stepDecay", "the factor", factor)
    Hyperparameters.requireCount("stepDecay", "the number of steps", steps)
    return Schedule { step, _ in
      Setting(learningRate: start * lectern_pow_f64(factor, Double(step / steps)))
    }
  }

  /// The learning rate goes in a straight line from `start` in the first step to `end` in the last:
  /// start + (end − start) · t / (T − 1). (PyTorch: `LinearLR` with `total_iters` = T − 1.)
  public static func linear(from start: Double, to end: Double) -> Schedule {
    Hyperparameters.requireRate("linear", "the first rate", start)
    Hyperparameters.requireRate("linear", "the last rate", end)
    return Schedule { step, total in
      let position = total > 1 ? Double(step) / Double(total - 1) : 0
      return Setting(learningRate: start + (end - start) * position)
    }
  }

  /// The learning rate falls towards 0 by a power of what is left of the run:
  /// start · (1 − t / T)^power in step t of T. A power of 1 is a straight line. (PyTorch:
  /// `PolynomialLR` with `total_iters` = T.)
  public static func polynomial(start: Double, power: Double = 1) -> Schedule {
    Hyperparameters.requireRate("polynomial", "the first rate", start)
    Hyperparameters.requirePositive("polynomial", "the power", power)
    return Schedule { step, total in
      let rest = Double(total - step) / Double(total)
      return Setting(learningRate: start * lectern_pow_f64(rest, power))
    }
  }

  /// A climb in a straight line to the first learning rate of another schedule, which then runs over
  /// the rest of the steps.
  ///
  ///     .warmUp(steps: 500, then: .cosine(peak: 1e-3))
  ///
  /// In step t below `steps`, with the other's first rate r: r · (f + (1 − f) · t / steps), where
  /// f is the fraction that the climb starts with. Young moving means, as AdamW's, are noisy, so
  /// first steps of full length lead astray. (PyTorch: `SequentialLR` of `LinearLR`, whose
  /// `start_factor` is 1/3 unless set, and another.)
  ///
  /// - Parameters:
  ///   - steps: how many climb; fewer than the whole run has.
  ///   - fraction: of the other's first rate, from 0 to 1; nil for 1 / (steps + 1), with which all
  ///     steps of the climb are the same.
  ///   - schedule: what follows; its momentum of the first step is that of the climb.
  public static func warmUp(
    steps: Int, from fraction: Double? = nil, then schedule: Schedule
  ) -> Schedule {
    Hyperparameters.requireCount("warmUp", "the number of steps", steps)
    let fraction = fraction ?? 1 / Double(steps + 1)
    if !(0...1).contains(fraction) {
      stop("warmUp", "the fraction to start with must be from 0 to 1; it is \(fraction)")
    }
    return Schedule { step, total in
      if total <= steps {
        stop(
          "warmUp",
          "\(steps) steps of warm-up leave nothing of a run of \(total); take fewer, or train longer"
        )
      }
      if step >= steps { return schedule.setting(atStep: step - steps, of: total - steps) }
      var setting = schedule.setting(atStep: 0, of: total - steps)
      setting.learningRate *= fraction + (1 - fraction) * Double(step) / Double(steps)
      return setting
    }
  }

  /// Stops the program unless a schedule can fall from its peak to its lowest rate.
  static func requireRates(_ schedule: String, peak: Double, lowest: Double) {
    Hyperparameters.requireRate(schedule, "the peak", peak)
    Hyperparameters.requireRate(schedule, "the lowest rate", lowest)
    if lowest > peak {
      stop(schedule, "the lowest rate, \(lowest), is above the peak, \(peak)")
    }
  }
}
