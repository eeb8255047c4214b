/// Trains a model on batches of a data set and validates it after each epoch.
///
///     let trainer = Trainer(
///       model: model, training: training, validation: validation, loss: .meanSquaredError,
///       optimizer: AdamW(weightDecay: 0.1), metrics: [.rootMeanSquaredError],
///       random: RandomGenerator(seed: 42))
///     try trainer.fit(epochs: 5, schedule: .oneCycle(peak: 5e-3))
///
/// A second `fit` goes on where the first ended: with the parameters, the optimizer's state, the
/// epochs' numbers and the orders of the items.
public final class Trainer<TrainedModel: Model, Items: Dataset>
where Items.Input == TrainedModel.Input {
  public let model: TrainedModel
  public let training: Items
  public let validation: Items?
  public let loss: Loss<Items.Targets>
  public let metrics: [Metric<Items.Targets>]
  /// How many items go through the model at once; the last batch of an epoch may be smaller,
  /// unless ``dropLast``.
  public let batchSize: Int
  /// Whether an epoch leaves out the items that make no whole batch; which these are, differs from
  /// epoch to epoch. For layers such as batch normalisation, to which a batch of a single item is
  /// of no use. (PyTorch: `drop_last`; fastai drops them.)
  public let dropLast: Bool
  /// How many batches one step of the optimizer looks at. What the trainer counts as a batch,
  /// in history, callbacks and schedules, is all of them together.
  public let accumulate: Int
  /// What happens to the gradients before each step; nil for nothing.
  public let gradientClipping: GradientClipping?
  /// At most so many batches an epoch, to try out a program quickly; nil for all.
  public let limitBatches: Int?
  public var callbacks: [Callback]
  /// The update rule, and what it remembers.
  var optimizer: any AnyOptimizer
  /// Of all calls of `fit` together.
  public internal(set) var history = History()

  /// How many epochs were begun.
  var epochsBegun = 0
  /// Of the call of `fit` that is running, or that a checkpoint was made in; else nil.
  var progress: FitProgress?
  var isFitting = false
  var isStopRequested = false
  /// The order of the items in the epoch that was last asked for.
  var orderOfEpoch: (epoch: Int, order: any ItemOrder) = (0, WholeOrder(all: []))
  /// What all random numbers of the training follow from.
  var random: RandomGenerator

  /// - Parameters:
  ///   - model: what to train; its parameters change in place.
  ///   - training: the items to learn from.
  ///   - validation: the items that tell how well the model does on unseen ones.
  ///   - optimizer: the update rule, which starts without a memory; see ``rule``.
  ///   - parameterGroups: parameters that are to have another rate or decay.
  ///   - metrics: further figures of the validation items, in the table of epochs.
  ///   - dropLast: leaves out a smaller batch at the end of an epoch.
  ///   - accumulate: with 4, four batches go through the model one after the other and their
  ///     gradients add up before each step: to rounding the step of a batch four times as large,
  ///     in the memory of a small one. (A layer that looks at a batch as a whole, as batch
  ///     normalisation does, sees the small ones.)
  ///   - random: decides the order of the training items, and what dropout drops. Each follows
  ///     from the generator and the numbers of epoch and batch alone.
  ///   - callbacks: called in this order.
  public init<Rule: UpdateRule>(
    model: TrainedModel, training: Items, validation: Items? = nil,
    loss: Loss<Items.Targets>, optimizer: Rule,
    parameterGroups: [ParameterGroup<Rule>] = [], metrics: [Metric<Items.Targets>] = [],
    batchSize: Int = 64, dropLast: Bool = false, accumulate: Int = 1,
    gradientClipping: GradientClipping? = nil, limitBatches: Int? = nil, random: RandomGenerator,
    callbacks: [Callback] = []
  ) {
    self.model = model
    self.training = training
    self.validation = validation
    self.loss = loss
    self.optimizer = Optimizer(optimizer, for: model, groups: parameterGroups)
    self.metrics = metrics
    self.batchSize = batchSize
    self.dropLast = dropLast
    self.accumulate = accumulate
    self.gradientClipping = gradientClipping
    self.limitBatches = limitBatches
    self.callbacks = callbacks
    self.random = random
    check()
  }

  /// Stops the program for numbers with which there is nothing to train.
  private func check() {
    if training.count < 1 { Engine.stop("Trainer", "there are no items to train on") }
    if let validation, validation.count < 1 {
      Engine.stop("Trainer", "there are no items to validate on; leave validation out for none")
    }
    Hyperparameters.requireCount("Trainer", "batchSize", batchSize)
    Hyperparameters.requireCount("Trainer", "accumulate", accumulate)
    if let limitBatches { Hyperparameters.requireCount("Trainer", "limitBatches", limitBatches) }
    gradientClipping?.check("Trainer, gradientClipping")
    if itemsPerEpoch == 0 {
      Engine.stop(
        "Trainer",
        "with dropLast there is no batch: \(batchSize) items make one, and there are "
          + "\(training.count); take a smaller batchSize, or leave dropLast out")
    }
  }

  /// The optimizer's rule of the moment, whose learning rate and momentum a schedule sets.
  public var rule: any UpdateRule { optimizer.anyRule }

  /// Optimizer steps an epoch.
  public var batchesPerEpoch: Int {
    let batches = (itemsPerEpoch + itemsPerStep - 1) / itemsPerStep
    return min(batches, limitBatches ?? batches)
  }

  /// How many of the training items an epoch looks at.
  var itemsPerEpoch: Int {
    dropLast ? training.count / batchSize * batchSize : training.count
  }

  /// Ends the running `fit` after the batch or epoch that is being trained, for callers that are
  /// not themselves asked for a decision.
  public func stop() { isStopRequested = true }

  var itemsPerStep: Int { batchSize * accumulate }

  /// The order of the training items in an epoch, counted from 1.
  func order(ofEpoch epoch: Int) -> any ItemOrder {
    training.order(using: random.split("shuffling").split(epoch))
  }

  /// An order for the learning-rate finder, whose draws leave those of the epochs alone.
  func order(ofSearch number: Int) -> any ItemOrder {
    training.order(using: random.split("search").split(number))
  }
}
