/// How far a call of `fit` has come.
struct FitProgress: Sendable, Equatable {
  /// Counted from 1, over all calls.
  let epochs: ClosedRange<Int>
  let stepsPerEpoch: Int
  /// Where the history of this call begins in that of all.
  let firstBatchRecord: Int, firstEpochRecord: Int
  /// Optimizer steps done.
  var step = 0
  /// Whether an epoch was begun that is not validated yet.
  var isEpochOpen = false
  var smoothedLoss = SmoothedLoss()

  var totalSteps: Int { epochs.count * stepsPerEpoch }

  /// The epoch that the last step was part of, before the first step the one before.
  var epoch: Int { epochs.lowerBound + (step + stepsPerEpoch - 1) / stepsPerEpoch - 1 }

  /// The last step's number within its epoch, counted from 1.
  var batch: Int { step == 0 ? 0 : (step - 1) % stepsPerEpoch + 1 }

  /// Whether all of an epoch's batches are done but it is not validated.
  var awaitsValidation: Bool { isEpochOpen && batch == stepsPerEpoch }
}
