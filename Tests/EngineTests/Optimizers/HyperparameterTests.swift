import Engine
import Testing

/// Numbers with which nothing can be trained are refused by name, when a rule, a schedule, a
/// trainer or a callback is made, and when a rule is changed.
struct HyperparameterTests {
  struct Mistake: Sendable {
    let message: String
    let make: @Sendable () -> Void

    init(_ message: String, _ make: @escaping @Sendable () -> Void) {
      self.message = message
      self.make = make
    }
  }

  static let rules: [Mistake] = [
    Mistake("SGD: the learning rate must be a finite number, 0 or more; it is nan") {
      _ = SGD(learningRate: .nan)
    },
    Mistake("SGD: the learning rate must be a finite number, 0 or more; it is inf") {
      var rule = SGD()
      rule.learningRate = .infinity
    },
    Mistake("SGD: the learning rate must be a finite number, 0 or more; it is -0.1") {
      var optimizer = Optimizer(SGD(), for: Line())
      optimizer.rule.learningRate = -0.1
    },
    Mistake("SGD: the learning rate must be a finite number, 0 or more; it is 1e+40") {
      _ = SGD(learningRate: 1e40)
    },
    Mistake("SGD: the momentum must be at least 0 and below 1; it is 1.0") {
      _ = SGD(momentum: 1)
    },
    Mistake("SGD: the weight decay must be a finite number, 0 or more; it is -0.5") {
      _ = SGD(weightDecay: -0.5)
    },
    Mistake("SGD: Nesterov's form needs a momentum above 0") { _ = SGD(isNesterov: true) },
    Mistake("SGD: Nesterov's form needs a momentum above 0") {
      var rule = SGD(momentum: 0.9, isNesterov: true)
      rule.momentum = 0
      let parameter = Variable(Tensor(1))
      parameter.gradient = Tensor(1)
      var optimizer = Optimizer(rule, for: [parameter])
      optimizer.step()
    },
    Mistake("Adam: beta2 must be at least 0 and below 1; it is 1.0") { _ = Adam(beta2: 1) },
    Mistake("Adam: beta1, the momentum, must be at least 0 and below 1; it is -0.1") {
      var rule = Adam()
      rule.momentum = -0.1
    },
    Mistake("Adam: epsilon must be a finite number above 0") { _ = Adam(epsilon: -1e-8) },
    Mistake("Adam: epsilon must be a finite number above 0") { _ = Adam(epsilon: 0) },
    Mistake("AdamW: epsilon must be a finite number above 0") { _ = AdamW(epsilon: 1e-60) },
    Mistake("AdamW: beta2 must be at least 0 and below 1; it is nan") { _ = AdamW(beta2: .nan) },
    Mistake("AdamW: the weight decay must be a finite number, 0 or more; it is nan") {
      var group = AdamW()
      group.weightDecay = .nan
    },
    Mistake("RMSProp: the smoothing must be at least 0 and below 1; it is 1.0") {
      _ = RMSProp(smoothing: 1)
    },
    Mistake("RMSProp: the momentum must be at least 0 and below 1; it is 2.0") {
      _ = RMSProp(momentum: 2)
    },
    Mistake("Adagrad: epsilon must be a finite number above 0") { _ = Adagrad(epsilon: .nan) },
    Mistake("Lion: beta2 must be at least 0 and below 1; it is 1.5") { _ = Lion(beta2: 1.5) },
  ]

  static let schedules: [Mistake] = [
    Mistake("constant: the learning rate must be a finite number, 0 or more; it is -1.0") {
      _ = Schedule.constant(-1)
    },
    Mistake("oneCycle: the peak must be a finite number, 0 or more; it is nan") {
      _ = Schedule.oneCycle(peak: .nan)
    },
    Mistake("oneCycle: the momentum at the ends must be at least 0 and below 1; it is 1.0") {
      _ = Schedule.oneCycle(peak: 1, momentum: (1, 0.9))
    },
    Mistake("pytorchOneCycle: the warm-up is a fraction of the steps from 0 to below 1; it is 1.0")
    {
      _ = Schedule.pytorchOneCycle(peak: 1, warmUp: 1)
    },
    Mistake("slantedTriangular: the ratio must be a finite number, 1 or more; it is 0.0") {
      _ = Schedule.slantedTriangular(peak: 1, ratio: 0)
    },
    Mistake("slantedTriangular: the cut is a fraction between 0 and 1, not 1.0") {
      _ = Schedule.slantedTriangular(peak: 1, cutFraction: 1)
    },
    Mistake("cosineRestarts: cycles of 0 steps, each 1 times longer, are impossible") {
      _ = Schedule.cosineRestarts(peak: 1, stepsPerCycle: 0)
    },
    Mistake("cosineRestarts: the lowest rate, 0.2, is above the peak, 0.1") {
      _ = Schedule.cosineRestarts(peak: 0.1, stepsPerCycle: 5, lowest: 0.2)
    },
    Mistake("exponential: the factor must be a finite number above 0; it is -1.0") {
      _ = Schedule.exponential(start: 1, factor: -1)
    },
    Mistake("exponential: the last rate must be a finite number above 0; it is 0.0") {
      _ = Schedule.exponential(from: 1, to: 0)
    },
    Mistake("piecewise: the rate from step 5 on must be a finite number, 0 or more; it is nan") {
      _ = Schedule.piecewise([0: 1, 5: .nan])
    },
    Mistake("cosine: the lowest rate must be a finite number, 0 or more; it is -1.0") {
      _ = Schedule.cosine(peak: 1, lowest: -1)
    },
    Mistake("stepDecay: the number of steps must be at least 1; it is 0") {
      _ = Schedule.stepDecay(start: 1, every: 0)
    },
    Mistake("linear: the last rate must be a finite number, 0 or more; it is inf") {
      _ = Schedule.linear(from: 1, to: .infinity)
    },
    Mistake("polynomial: the power must be a finite number above 0; it is 0.0") {
      _ = Schedule.polynomial(start: 1, power: 0)
    },
    Mistake("warmUp: the number of steps must be at least 1; it is 0") {
      _ = Schedule.warmUp(steps: 0, then: .constant(1))
    },
    Mistake("warmUp: the fraction to start with must be from 0 to 1; it is 2.0") {
      _ = Schedule.warmUp(steps: 1, from: 2, then: .constant(1))
    },
    Mistake("warmUp: 10 steps of warm-up leave nothing of a run of 10") {
      _ = Schedule.warmUp(steps: 10, then: .constant(1)).setting(atStep: 0, of: 10)
    },
    Mistake("Schedule: the learning rate of step 2 must be a finite number, 0 or more") {
      _ = Schedule { step, _ in .init(learningRate: step == 2 ? .nan : 1) }.settings(steps: 3)
    },
    Mistake("Schedule: the momentum of step 0 must be at least 0 and below 1; it is 1.0") {
      _ = Schedule { _, _ in .init(learningRate: 1, momentum: 1) }.settings(steps: 3)
    },
    Mistake("Schedule: a run of -1 steps is impossible") {
      _ = Schedule.constant(1).plot(steps: -1)
    },
  ]

  private static func trainer(
    batchSize: Int = 4, dropLast: Bool = false, accumulate: Int = 1,
    clipping: GradientClipping? = nil, limitBatches: Int? = nil, callbacks: [Callback] = []
  ) -> Trainer<Line, TensorDataset<Tensor, Tensor>> {
    Trainer(
      model: Line(), training: Line.points, loss: .meanSquaredError, optimizer: SGD(),
      batchSize: batchSize, dropLast: dropLast, accumulate: accumulate,
      gradientClipping: clipping, limitBatches: limitBatches, random: RandomGenerator(seed: 1),
      callbacks: callbacks)
  }

  static let training: [Mistake] = [
    Mistake("Trainer: batchSize must be at least 1; it is 0") { _ = trainer(batchSize: 0) },
    Mistake("Trainer: accumulate must be at least 1; it is -1") { _ = trainer(accumulate: -1) },
    Mistake("Trainer: limitBatches must be at least 1; it is 0") { _ = trainer(limitBatches: 0) },
    Mistake("with dropLast there is no batch: 11 items make one, and there are 10") {
      _ = trainer(batchSize: 11, dropLast: true)
    },
    Mistake("Trainer, gradientClipping: the norm must be a finite number above 0; it is nan") {
      _ = trainer(clipping: .norm(.nan))
    },
    Mistake("Trainer, gradientClipping: the limit must be a finite number above 0; it is 0.0") {
      _ = trainer(clipping: .value(0))
    },
    Mistake("Trainer.fit: -1 epochs cannot be trained") { _ = try? trainer().fit(epochs: -1) },
    Mistake("Trainer.fit: the model has no parameter to train; are all frozen?") {
      let frozen = trainer()
      frozen.model.freeze()
      _ = try? frozen.fit(epochs: 1)
    },
    Mistake("findLearningRate: steps must be at least 1; it is 0") {
      _ = trainer().findLearningRate(steps: 0)
    },
    Mistake("findLearningRate: the first rate must be a finite number above 0; it is 0.0") {
      _ = trainer().findLearningRate(from: 0)
    },
    Mistake("findLearningRate: the rates must grow, but go from 1.0 to 0.1") {
      _ = trainer().findLearningRate(from: 1, to: 0.1)
    },
    Mistake("LearningRateSearch.suggestion: 4 batches with a finite loss are too few") {
      _ = trainer().findLearningRate(steps: 4).suggestion
    },
    Mistake("Callback.stopEarly: patience must be at least 1; it is 0") {
      _ = Callback.stopEarly(patience: 0)
    },
    Mistake("Callback.stopEarly: the threshold must be a finite number, 0 or more; it is nan") {
      _ = Callback.stopEarly(patience: 1, threshold: .nan)
    },
    Mistake("Callback.stopEarly: the figure to watch is missing; is there validation data?") {
      _ = try? trainer(callbacks: [.stopEarly(patience: 1)]).fit(epochs: 1)
    },
    Mistake("Callback.reduceOnPlateau: the factor must be above 0 and below 1; it is 1.0") {
      _ = Callback.reduceOnPlateau(factor: 1)
    },
    Mistake("Callback.reduceOnPlateau: patience and cooldown must be 0 or more; they are -1 and 0")
    {
      _ = Callback.reduceOnPlateau(patience: -1)
    },
    Mistake("WeightAverage: the decay must be at least 0 and below 1; it is 1.0") {
      _ = WeightAverage(of: Line(), .exponential(decay: 1))
    },
    Mistake("WeightAverage: nothing was averaged yet") {
      WeightAverage(of: Line(), .equal).apply()
    },
    Mistake("WeightAverage: the model has the averages; call restore() before it trains on") {
      let average = WeightAverage(of: Line(), .equal)
      average.update()
      average.apply()
      average.update()
    },
    Mistake("saveCheckpoints: everyBatches must be at least 1; it is 0") {
      trainer().saveCheckpoints(to: "checkpoint", everyBatches: 0)
    },
    Mistake("clipGradients(toNorm:): the norm must be a finite number above 0; it is -1.0") {
      clipGradients(of: Line(), toNorm: -1)
    },
    Mistake("clipGradients(toNorm:): the gradient of intercept is not a number") {
      let line = Line()
      line.slope.gradient = [400]
      line.intercept.gradient = Tensor([.nan])
      clipGradients(of: line, toNorm: 1)
    },
    Mistake("clipGradients(toNorm:): the gradient of slope is infinite") {
      let line = Line()
      line.slope.gradient = Tensor([-.infinity])
      clipGradients(of: line, toNorm: 1)
    },
    Mistake("clipGradients(toValue:): the gradient of slope is not a number") {
      let line = Line()
      line.slope.gradient = Tensor([.nan])
      clipGradients(of: line, toValue: 1)
    },
    Mistake("History.last: no epoch was finished; call fit(epochs:) first") {
      _ = History().last
    },
    Mistake("EpochRecord.validationLoss: there was no validation data in epoch 3") {
      let loss: Double = EpochRecord(epoch: 3, trainingLoss: 1).validationLoss
      print(loss)
    },
    Mistake("EpochRecord.metric: there is no metric “AUC”; there are RMSE") {
      _ = EpochRecord(
        epoch: 3, trainingLoss: 1, validationLoss: 1, metrics: [.init(name: "RMSE", value: 1)]
      ).metric("AUC")
    },
    Mistake("freeze: there is no parameter “body”; there are slope, intercept") {
      Line().freeze("body")
    },
    Mistake("unfreeze(where:): there is no parameter of that kind; there are slope, intercept") {
      Line().unfreeze { $0.hasPrefix("slopes") }
    },
    Mistake("requiredGradient: there is no gradient: call backward()") {
      _ = Variable([1]).takeGradient()
    },
    Mistake("requiredGradient: this variable has no gradient, since its requiresGradient is false")
    {
      _ = Variable([1], requiresGradient: false).requiredGradient
    },
    Mistake("F1: the targets must be 0 or 1; one is 2.0") {
      _ = Metric.f1()(Tensor([1, 2]), [0, 2])
    },
    Mistake("areaUnderROC: the targets must be 0 or 1; one is nan") {
      _ = Metric.areaUnderROC(Tensor([1]), Tensor([.nan]))
    },
    Mistake("macro F1: there is no class 3; the logits have 3") {
      _ = Metric.macroF1(.zeros([2, 3]), [0, 3])
    },
    Mistake("macro recall: logits [2, 3] and classes [3] do not fit") {
      _ = Metric.macroRecall(.zeros([2, 3]), [0, 1, 2])
    },
    Mistake("rSquared: predictions [2, 1] and targets [2] must have the same shape") {
      _ = Metric.rSquared(.zeros([2, 1]), .zeros([2]))
    },
  ]

  static let mistakes = rules + schedules + training

  @Test(arguments: mistakes.indices)
  func refused(index: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] in
      HyperparameterTests.mistakes[index].make()
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains(Self.mistakes[index].message), "\(message)")
  }

  @Test("numbers at the edge are taken: a rate of 0, a momentum of 0, the smallest epsilon")
  func taken() throws {
    _ = SGD(learningRate: 0, momentum: 0.999_999_999, weightDecay: 1e30)
    _ = AdamW(beta1: 0, beta2: 0, epsilon: Double(Float.leastNormalMagnitude), weightDecay: 0)
    _ = RMSProp(smoothing: 0)
    #expect(Schedule.linear(from: 0, to: 0).settings(steps: 1).map(\.learningRate) == [0])
    #expect(try Self.trainer().fit(epochs: 0) == History())
    #expect(Self.trainer(batchSize: 10, dropLast: true).batchesPerEpoch == 1)
  }
}
