import Engine
import Testing

/// Values and gradients of losses as PyTorch computes them.
struct LossReferenceTests {
  struct Case: Decodable, CustomStringConvertible {
    var loss, reduction: String
    var predictions, targets, value, upstream, gradient: ReferenceTensor

    var description: String { "\(loss), \(reduction), \(predictions.scalars)" }
  }

  @Test("losses with each reduction as in PyTorch, also where the model is very sure")
  func reference() throws {
    let cases = try ReferenceFile.read("losses", as: [Case].self)
    #expect(cases.count == 33)
    for testCase in cases {
      let predictions = Variable(testCase.predictions.tensor)
      let value = gradients {
        let loss = loss(testCase, predictions)
        loss.backward(testCase.upstream.tensor)
        return loss.value
      }
      let valueError = largestRelativeError(value, testCase.value.tensor, floor: 1e-6)
      // The gradient of a sure and right answer is a difference of nearly equal numbers, so the
      // largest gradient is the measure.
      let gradient = testCase.gradient.tensor
      let gradientError = largestRelativeError(
        predictions.gradient, gradient, floor: gradient.abs().max().item)
      #expect(agreement("loss:\(testCase.loss)", valueError) <= 5e-7, "\(testCase)")
      #expect(agreement("loss:\(testCase.loss), gradient", gradientError) <= 5e-7, "\(testCase)")
    }
  }

  private func loss(_ testCase: Case, _ predictions: Variable) -> Variable {
    let reduction: Reduction =
      switch testCase.reduction {
      case "mean": .mean
      case "sum": .sum
      default: .none
      }
    let targets = testCase.targets.tensor
    switch testCase.loss {
    case "meanSquaredError": return meanSquaredError(predictions, targets, reduction: reduction)
    case "meanAbsoluteError": return meanAbsoluteError(predictions, targets, reduction: reduction)
    case "binaryCrossEntropy": return binaryCrossEntropy(predictions, targets, reduction: reduction)
    default:
      let classes = Indices(targets.scalars.map { Int($0) })
      return crossEntropy(predictions, classes, reduction: reduction)
    }
  }

  @Test("without a reduction each item keeps its own error")
  func unreduced() {
    let predictions = Variable([1, 2, 4] as Tensor)
    let squared = meanSquaredError(predictions, [0, 2, 1], reduction: .none)
    let absolute = meanAbsoluteError(predictions, [0, 2, 1], reduction: .none)
    #expect(squared.value == [1, 0, 9])
    #expect(absolute.value == [1, 0, 3])
  }

  @Test("where prediction and target are equal the absolute error has no slope")
  func absoluteErrorAtZero() {
    let predictions = Variable([1, 2] as Tensor)
    gradients { meanAbsoluteError(predictions, [1, 1], reduction: .sum).backward() }
    #expect(predictions.gradient == [0, 1])
  }

  @Test("the surprise at a sure and right answer is not rounded to nothing")
  func sureAnswers() {
    let logits = Variable([20, 100] as Tensor)
    let right = binaryCrossEntropy(logits, [1, 1], reduction: .none).value
    let mirrored = binaryCrossEntropy(Variable(-logits.value), [0, 0], reduction: .none).value
    #expect(right == mirrored)
    // log(1 + e⁻²⁰) and log(1 + e⁻¹⁰⁰), the latter below the normal numbers.
    #expect((right.scalars[0] / 2.0611537e-9 - 1).magnitude < 1e-6)
    #expect((Double(right.scalars[1]) / 3.783506e-44 - 1).magnitude < 0.05)
  }

  @Test("classes may have more axes than one")
  func axes() {
    let logits = Tensor(shape: [2, 2, 3], scalars: (0..<12).map { Float($0 * $0 % 7) })
    let classes: Indices = [2, 0, 1, 1]
    let flat = crossEntropy(Variable(logits.reshape([4, 3])), classes, reduction: .none).value
    let square = Indices(shape: [2, 2], values: classes.values)
    let result = crossEntropy(Variable(logits), square, reduction: .none).value
    #expect(result == flat.reshape([2, 2]))
  }
}
