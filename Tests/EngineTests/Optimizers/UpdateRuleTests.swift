import Engine
import Testing

struct UpdateRuleTests {
  struct Figures: Decodable {
    var initial: ReferenceTensor
    var gradients: ReferenceTensor
    var cases: [Case]
  }

  struct Case: Decodable {
    var rule: String
    var cycled: Bool
    var momentum, beta1, beta2, smoothing, epsilon, weightDecay: Double
    var nesterov: Bool
    var final: [Float]
  }

  @Test("twenty steps of each rule as in PyTorch, Lion as in its paper")
  func reference() throws {
    let figures = try ReferenceFile.read("optimizers", as: Figures.self)
    #expect(figures.cases.count == 43)
    for testCase in figures.cases {
      let result = run(testCase, figures)
      let expected = Tensor(shape: [testCase.final.count], scalars: testCase.final)
      #expect(
        agreement("optimizer:\(testCase.rule)", largestError(result, expected)) <= 2e-6,
        "\(testCase)")
    }
  }

  private func run(_ testCase: Case, _ figures: Figures) -> Tensor {
    switch testCase.rule {
    case "SGD":
      run(
        SGD(
          momentum: testCase.momentum, weightDecay: testCase.weightDecay,
          isNesterov: testCase.nesterov), testCase, figures)
    case "Adam":
      run(
        Adam(
          beta1: testCase.beta1, beta2: testCase.beta2, epsilon: testCase.epsilon,
          weightDecay: testCase.weightDecay), testCase, figures)
    case "RMSProp":
      run(
        RMSProp(
          smoothing: testCase.smoothing, epsilon: testCase.epsilon, momentum: testCase.momentum,
          weightDecay: testCase.weightDecay), testCase, figures)
    case "Adagrad":
      run(
        Adagrad(epsilon: testCase.epsilon, weightDecay: testCase.weightDecay), testCase, figures)
    case "Lion":
      run(
        Lion(
          beta1: testCase.beta1, beta2: testCase.beta2, weightDecay: testCase.weightDecay),
        testCase, figures)
    default:
      run(
        AdamW(
          beta1: testCase.beta1, beta2: testCase.beta2, epsilon: testCase.epsilon,
          weightDecay: testCase.weightDecay), testCase, figures)
    }
  }

  private func run(_ rule: some UpdateRule, _ testCase: Case, _ figures: Figures) -> Tensor {
    let parameter = Variable(figures.initial.tensor)
    var optimizer = Optimizer(rule, for: [parameter])
    let gradients = figures.gradients.tensor
    for step in 0..<gradients.shape[0] {
      parameter.gradient = gradients[row: step]
      let momentum = testCase.cycled ? 0.95 - 0.005 * Double(step) : nil
      let rate = testCase.cycled ? 0.01 + 0.002 * Double(step) : 0.01
      optimizer.step(.init(learningRate: rate, momentum: momentum))
    }
    return parameter.value
  }

  @Test("a step leaves other copies of the parameter's value alone")
  func valueSemantics() {
    let initial: Tensor = [1, 2]
    let parameter = Variable(initial)
    let copy = parameter.value
    parameter.gradient = [1, 1]
    var optimizer = Optimizer(SGD(learningRate: 1), for: [parameter])
    optimizer.step()
    #expect(copy == initial)
    #expect(parameter.value == [0, 1])
  }

  @Test("without a gradient a parameter keeps its value, and a step forgets the gradient")
  func withoutGradient() {
    let parameter = Variable([1, 2] as Tensor)
    var optimizer = Optimizer(AdamW(weightDecay: 0.5), for: [parameter])
    optimizer.step()
    #expect(parameter.value == [1, 2])
    parameter.gradient = [1, 1]
    optimizer.step()
    #expect(parameter.gradient == nil)
    #expect(parameter.value != [1, 2])
  }
}
