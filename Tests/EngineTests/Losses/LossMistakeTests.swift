import Engine
import Testing

/// Mistakes in what a loss is called with stop the program and say what is wrong.
struct LossMistakeTests {
  struct Mistake: Sendable {
    let message: String
    let make: @Sendable () -> Void

    init(_ message: String, _ make: @escaping @Sendable () -> Void) {
      self.message = message
      self.make = make
    }
  }

  static let mistakes: [Mistake] = [
    Mistake("meanSquaredError: predictions [2, 1] and targets [2] must have the same shape") {
      _ = meanSquaredError(Variable([[1], [2]] as Tensor), [1, 2])
    },
    Mistake("binaryCrossEntropy: predictions [2] and targets [3] must have the same shape") {
      _ = binaryCrossEntropy(Variable([1, 2] as Tensor), [1, 0, 1])
    },
    Mistake("crossEntropy: logits [2, 3] and classes [3] do not fit") {
      _ = crossEntropy(Variable(.zeros([2, 3])), [0, 1, 2])
    },
    Mistake("crossEntropy with logits [2, 3]: index 3 at position 1 is out of range 0..<3") {
      _ = crossEntropy(Variable(.zeros([2, 3])), [0, 3])
    },
    Mistake("crossEntropy: logits [0, 3] and classes [0]: the batch is empty") {
      _ = crossEntropy(Variable(.zeros([0, 3])), [])
    },
    Mistake("binaryCrossEntropy: logits [0] and targets [0]: the batch is empty") {
      _ = binaryCrossEntropy(Variable(.zeros([0])), .zeros([0]))
    },
    Mistake("meanAbsoluteError: predictions and targets [0, 2]: the batch is empty") {
      _ = meanAbsoluteError(Variable(.zeros([0, 2])), .zeros([0, 2]))
    },
    Mistake("accuracy: logits [2, 3] and classes [3] do not fit") {
      _ = Metric.accuracy(.zeros([2, 3]), [0, 1, 2])
    },
    Mistake("TensorDataset: inputs [3] and targets [2] must have the same first axis") {
      _ = TensorDataset(inputs: Tensor.zeros([3]), targets: [0, 1] as Indices)
    },
  ]

  /// Of losses with settings.
  static let settings: [Mistake] = [
    Mistake("crossEntropy: labelSmoothing is 1.5; it must be in 0...1") {
      _ = Loss.crossEntropy(labelSmoothing: 1.5)
    },
    Mistake("crossEntropy: labelSmoothing is nan") {
      _ = crossEntropy(Variable(.zeros([1, 3])), [0], labelSmoothing: .nan)
    },
    Mistake("crossEntropy: the weight of class 1 is -1.0; it must be finite and at least 0") {
      _ = Loss.crossEntropy(weights: [1, -1])
    },
    Mistake("crossEntropy: 2 weights do not fit logits [1, 3], of 3 classes") {
      _ = crossEntropy(Variable(.zeros([1, 3])), [0], weights: [1, 2])
    },
    Mistake("crossEntropy: the weights need the shape [classes], not [1, 3]") {
      _ = crossEntropy(Variable(.zeros([1, 3])), [0], weights: [[1, 2, 3]])
    },
    Mistake("every item has the class -100, which is ignored, so there is no mean; leave out such")
    {
      _ = crossEntropy(Variable(.zeros([2, 3])), [-100, -100], ignoring: -100)
    },
    Mistake("the classes of all items have the weight 0, so there is no mean") {
      _ = crossEntropy(Variable(.zeros([2, 3])), [1, 1], weights: [1, 0, 1])
    },
    Mistake("index 3 at position 1 is neither in 0..<3 nor -100, which is ignored") {
      _ = crossEntropy(Variable(.zeros([2, 3])), [-100, 3], ignoring: -100)
    },
    Mistake("classes [0]: the batch is empty") {
      _ = crossEntropy(Variable(.zeros([0, 3])), [], ignoring: 0)
    },
    Mistake("binaryCrossEntropy: target 5.0 at position 1 is not in 0...1") {
      _ = binaryCrossEntropy(Variable([1, 2]), [0, 5])
    },
    Mistake("binaryCrossEntropy: positiveWeight is -1.0; it must be finite and at least 0") {
      _ = Loss.binaryCrossEntropy(positiveWeight: [-1])
    },
    Mistake("targets [2, 2]: a positive weight of shape [3] does not fit") {
      _ = binaryCrossEntropy(Variable(.zeros([2, 2])), .zeros([2, 2]), positiveWeight: [1, 2, 3])
    },
    Mistake("Loss.huber: delta is 0.0; it must be finite and above 0") { _ = Loss.huber(delta: 0) },
    Mistake("huberLoss: delta is nan") { _ = huberLoss(Variable([1]), [1], delta: .nan) },
    Mistake("Loss.smoothL1: beta is -1.0") { _ = Loss.smoothL1(beta: -1) },
    Mistake("huberLoss: predictions [2, 1] and targets [2] must have the same shape") {
      _ = huberLoss(Variable([[1], [2]]), [1, 2])
    },
    Mistake("smoothL1Loss: predictions and targets [0]: the batch is empty") {
      _ = smoothL1Loss(Variable(.zeros([0])), .zeros([0]))
    },
    Mistake("klDivergence: the targets of row 1 sum to 3.0, not 1; give probabilities") {
      _ = klDivergence(logits: Variable(.zeros([2, 2])), targets: [[0.5, 0.5], [1, 2]])
    },
    Mistake("klDivergence: target -2.0 at position 1 is negative; give probabilities") {
      _ = klDivergence(logits: Variable(.zeros([1, 2])), targets: [[3, -2]])
    },
    Mistake("bprLoss: positives [2] and negatives [3]: do not fit; [batch] and [batch] or") {
      _ = bprLoss(Variable([1, 2]), Variable([1, 2, 3]))
    },
    Mistake("Loss.marginRanking: margin is -1.0; it must be finite and at least 0") {
      _ = Loss<Tensor>.marginRanking(margin: -1)
    },
    Mistake("Loss.bpr: needs scores [batch, 1 + negatives], the shape is [2, 1]") {
      _ = Loss<Indices>.bpr(Variable([[1], [2]]), [0, 0])
    },
    Mistake("hingeLoss: target 0.0 at position 1 is neither 1 nor -1") {
      _ = hingeLoss(Variable([1, 2]), [1, 0])
    },
  ]

  static let all = mistakes + settings

  @Test(arguments: all.indices)
  func stopsWithAMessage(index: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] in
      LossMistakeTests.all[index].make()
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains(Self.all[index].message))
  }
}
