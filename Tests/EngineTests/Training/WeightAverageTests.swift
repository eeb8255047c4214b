import Engine
import Testing

struct WeightAverageTests {
  struct Figures: Decodable {
    struct Case: Decodable {
      var form: String
      var decay: Double
      var averages: [Float]
    }
    var values: ReferenceTensor
    var cases: [Case]
  }

  private struct Point: Layer {
    let place = Variable(Tensor.zeros([5]))
    let fixed = Variable([1], requiresGradient: false)
  }

  @Test("after each step as PyTorch's AveragedModel")
  func reference() throws {
    let figures = try ReferenceFile.read("averages", as: Figures.self)
    #expect(figures.cases.count == 4)
    for testCase in figures.cases {
      let point = Point()
      let average = WeightAverage(
        of: point, testCase.form == "equal" ? .equal : .exponential(decay: testCase.decay))
      var averages: [Tensor] = []
      for step in 0..<12 {
        point.place.value = figures.values.tensor[row: step]
        point.fixed.value = Tensor([Float(step)])
        average.update()
        averages.append(average.withAverages { point.place.value })
        #expect(average.withAverages { point.fixed.value } == Tensor([Float(step)]))
      }
      let expected = Tensor(shape: [60], scalars: testCase.averages)
      #expect(
        agreement("average:\(testCase.form)", largestError(.concatenate(averages), expected)) < 1e-6
      )
      #expect(average.count == 12)
    }
  }

  @Test("the model has the averages between apply and restore, and trains on with its own")
  func restored() {
    let line = Line()
    let average = WeightAverage(of: line, .equal)
    average.update()
    line.slope.value = [2]
    average.update()
    average.apply()
    average.apply()
    #expect(line.slope.value == [1])
    #expect(average.withAverages { line.slope.value } == [1])
    #expect(line.slope.value == [1])
    average.restore()
    average.restore()
    #expect(line.slope.value == [2])
  }

  private func trainer(
    _ kind: WeightAverage.Kind, from epoch: Int = 1, _ others: [Callback] = []
  ) -> (Trainer<Line, TensorDataset<Tensor, Tensor>>, WeightAverage) {
    let model = Line()
    let average = WeightAverage(of: model, kind)
    let trainer = Trainer(
      model: model, training: Line.points, loss: .meanSquaredError,
      optimizer: SGD(learningRate: 0.1), batchSize: 5, random: RandomGenerator(seed: 1),
      callbacks: [.average(average, from: epoch)] + others)
    return (trainer, average)
  }

  @Test("equal averages look at the epochs' ends, exponential ones at each step")
  func moments() throws {
    var ends: [Float] = []
    let (trainer, average) = trainer(.equal, from: 2)
    trainer.callbacks.append(
      Callback(afterEpoch: { [unowned trainer] _ in
        ends.append(trainer.model.slope.value[0])
        return .proceed
      }))
    try trainer.fit(epochs: 4)
    #expect(average.count == 3)
    let mean = ends[1...].reduce(0, +) / 3
    #expect((average.withAverages { trainer.model.slope.value[0] } - mean).magnitude < 1e-6)
    #expect(trainer.model.slope.value[0] == ends[3])
    let (second, exponential) = self.trainer(.exponential(decay: 0.9), from: 2)
    try second.fit(epochs: 3)
    #expect(exponential.count == 4)
  }

  @Test("a checkpoint holds the averages")
  func checkpoint() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/checkpoint"
      let (whole, average) = trainer(.exponential(decay: 0.9))
      whole.callbacks.append(
        Callback(afterBatch: { [unowned whole] moment in
          if moment.epoch == 2 && moment.batch == 1 { try whole.save(to: path) }
          return .proceed
        }))
      try whole.fit(epochs: 3)
      let (rest, resumed) = trainer(.exponential(decay: 0.9), from: 1, [Callback()])
      try rest.resume(from: path)
      try rest.fit(epochs: 3)
      #expect(resumed.count == 6)
      average.apply()
      resumed.apply()
      #expect(rest.model.slope.value == whole.model.slope.value)
    }
  }
}
