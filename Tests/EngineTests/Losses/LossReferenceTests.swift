import Engine
import Testing

/// Values and gradients of losses as PyTorch computes them.
struct LossReferenceTests {
  struct Case: Decodable {
    var loss, reduction: String
    var predictions, targets, gradient: ReferenceTensor
    var value: Float
  }

  @Test("losses with each reduction as in PyTorch")
  func reference() throws {
    let cases = try ReferenceFile.read("losses", as: [Case].self)
    #expect(cases.count == 4)
    for testCase in cases {
      let predictions = Variable(testCase.predictions.tensor)
      let value = gradients {
        let loss = loss(testCase, predictions)
        loss.backward()
        return loss.value
      }
      #expect(largestError(value, Tensor(testCase.value)) <= 1e-6, "\(testCase)")
      #expect(largestError(predictions.gradient, testCase.gradient.tensor) <= 1e-6, "\(testCase)")
    }
  }

  private func loss(_ testCase: Case, _ predictions: Variable) -> Variable {
    let reduction: Reduction = testCase.reduction == "mean" ? .mean : .sum
    let targets = testCase.targets.tensor
    return testCase.loss == "meanSquaredError"
      ? meanSquaredError(predictions, targets, reduction: reduction)
      : meanAbsoluteError(predictions, targets, reduction: reduction)
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

  @Test("predictions and targets of different shapes stop the program, which says both")
  func shapes() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = meanSquaredError(Variable([[1], [2]] as Tensor), [1, 2])
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("meanSquaredError: predictions [2, 1] and targets [2] must have"))
  }
}
