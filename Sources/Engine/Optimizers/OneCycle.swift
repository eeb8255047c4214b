import CKernels

extension Schedule {
  /// One cycle in fastai's form: the learning rate climbs from `peak` / 25 to `peak`, then falls
  /// to `peak` / 100,000; the momentum goes the other way, 0.95 → 0.85 → 0.95. Both follow half
  /// waves of the cosine.
  ///
  /// A large rate in the middle of the training crosses flat and narrow regions and acts as a
  /// regulariser; the long descent settles in a minimum. Position `step / total`, so the last
  /// step is just short of the end. (L. N. Smith, *A disciplined approach to neural network
  /// hyper-parameters*, 2018, arXiv:1803.09820, section 4; fastai 2, `fit_one_cycle`. PyTorch's
  /// `OneCycleLR` spreads the steps differently: ``pytorchOneCycle(peak:warmUp:)``.)
  ///
  /// - Parameters:
  ///   - peak: the largest learning rate.
  ///   - warmUp: the fraction of the steps that climb.
  ///   - momentum: at the ends and in the middle; nil leaves the optimizer its own.
  public static func oneCycle(
    peak: Double, warmUp: Double = 0.25,
    momentum: (ends: Double, middle: Double)? = (0.95, 0.85)
  ) -> Schedule {
    check("oneCycle", peak: peak, warmUp: warmUp)
    if let momentum {
      Hyperparameters.requireShare("oneCycle", "the momentum at the ends", momentum.ends)
      Hyperparameters.requireShare("oneCycle", "the momentum in the middle", momentum.middle)
    }
    return Schedule { step, total in
      let position = Double(step) / Double(total)
      if position < warmUp {
        let part = position / warmUp
        return Setting(
          learningRate: cosineWave(from: peak / 25, to: peak, at: part),
          momentum: momentum.map { cosineWave(from: $0.ends, to: $0.middle, at: part) })
      }
      let part = (position - warmUp) / (1 - warmUp)
      return Setting(
        learningRate: cosineWave(from: peak, to: peak / 1e5, at: part),
        momentum: momentum.map { cosineWave(from: $0.middle, to: $0.ends, at: part) })
    }
  }

  /// One cycle as PyTorch's `OneCycleLR` computes it by default: from `peak` / 25 to `peak` over
  /// the first 30 % of the steps, then to `peak` / 250,000; momentum 0.95 → 0.85 → 0.95.
  ///
  /// Unlike ``oneCycle(peak:warmUp:momentum:)`` the peak falls on step `warmUp · total − 1` and
  /// the smallest rate on the last step.
  ///
  /// - Parameters:
  ///   - peak: the largest learning rate.
  ///   - warmUp: the fraction of the steps that climb.
  public static func pytorchOneCycle(peak: Double, warmUp: Double = 0.3) -> Schedule {
    check("pytorchOneCycle", peak: peak, warmUp: warmUp)
    return Schedule { step, total in
      let turn = warmUp * Double(total) - 1
      if Double(step) <= turn {
        let part = turn > 0 ? Double(step) / turn : 1
        return Setting(
          learningRate: cosineWave(from: peak / 25, to: peak, at: part),
          momentum: cosineWave(from: 0.95, to: 0.85, at: part))
      }
      let part = (Double(step) - turn) / (Double(total - 1) - turn)
      return Setting(
        learningRate: cosineWave(from: peak, to: peak / 25e4, at: part),
        momentum: cosineWave(from: 0.85, to: 0.95, at: part))
    }
  }

  /// From `start` (position 0) to `end` (position 1) along half a wave of the cosine:
  /// start + (end − start) · (1 − cos π·position) / 2.
  static func cosineWave(from start: Double, to end: Double, at position: Double) -> Double {
    start + (end - start) * (1 - lectern_cos_turns_f64(position / 2)) / 2
  }

  private static func check(_ schedule: String, peak: Double, warmUp: Double) {
    Hyperparameters.requireRate(schedule, "the peak", peak)
    if !(0...1).contains(warmUp) || warmUp == 1 {
      stop(
        schedule, "the warm-up is a fraction of the steps from 0 to below 1; it is \(warmUp)")
    }
  }
}
