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

  @Test(arguments: mistakes.indices)
  func stopsWithAMessage(index: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] in
      LossMistakeTests.mistakes[index].make()
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains(Self.mistakes[index].message))
  }
}
