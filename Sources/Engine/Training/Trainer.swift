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
public final class Trainer<TrainedModel: Model, Items: Dataset, Rule: UpdateRule>
where Items.Input == TrainedModel.Input {
  public let model: TrainedModel
  public let training: Items
  public let validation: Items?
  public let loss: Loss
  public let metrics: [Metric]
  /// How many items one step of the optimizer looks at; the last batch of an epoch may be
  /// smaller (fastai drops it).
  public let batchSize: Int
  /// At most so many batches an epoch, to try out a program quickly; nil for all.
  public let limitBatches: Int?
  public var callbacks: [Callback]
  public internal(set) var optimizer: Optimizer<Rule>
  /// Of all calls of `fit` together.
  public internal(set) var history = History()

  /// How many epochs were begun.
  var epochsBegun = 0
  private let shuffling: RandomGenerator

  /// - Parameters:
  ///   - model: what to train; its parameters change in place.
  ///   - training: the items to learn from.
  ///   - validation: the items that tell how well the model does on unseen ones.
  ///   - optimizer: the update rule, which starts without a memory.
  ///   - metrics: further figures of the validation items, in the table of epochs.
  ///   - random: decides the order of the training items. Each epoch's order follows from the
  ///     generator and the epoch's number alone.
  ///   - callbacks: called in this order.
  public init(
    model: TrainedModel, training: Items, validation: Items? = nil,
    loss: Loss = .meanSquaredError, optimizer: Rule, metrics: [Metric] = [],
    batchSize: Int = 64, limitBatches: Int? = nil, random: RandomGenerator,
    callbacks: [Callback] = []
  ) {
    if training.count < 1 { fatalError("Trainer: there are no items to train on") }
    if batchSize < 1 { fatalError("Trainer: a batch of \(batchSize) items is empty") }
    self.model = model
    self.training = training
    self.validation = validation
    self.loss = loss
    self.optimizer = Optimizer(optimizer, for: model)
    self.metrics = metrics
    self.batchSize = batchSize
    self.limitBatches = limitBatches
    self.callbacks = callbacks
    shuffling = random.split("shuffling")
  }

  /// Optimizer steps an epoch.
  public var batchesPerEpoch: Int {
    let batches = (training.count + batchSize - 1) / batchSize
    return min(batches, max(1, limitBatches ?? batches))
  }

  /// The positions of the training items in the order of an epoch, counted from 1.
  func order(ofEpoch epoch: Int) -> [Int] {
    var random = shuffling.split(epoch)
    return random.permutation(training.count)
  }
}
