import Testing

@testable import Engine

/// Every differentiable operation against finite differences, on shapes that broadcast, repeat
/// and leave lanes unfilled.
@Suite struct GradientCheckTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let shapes: [[Int]]
    /// Where the operands lie, away from points without a derivative.
    var range: Range<Float> = -2..<2
    let operation: @Sendable ([Variable]) -> Variable
  }

  private static let repeated = Indices(shape: [2, 3], values: [4, 0, 4, 4, 2, 0])
  private static let constant = Samples.normal([4, 1], stream: 50) + 3

  static let operators: [Case] = [
    ([3, 5], [3, 5]), ([3, 5], [5]), ([5], [3, 5]), ([3, 1], [3, 5]), ([3, 1], [1, 5]),
    ([], [2, 3]),
    ([2, 1, 4], [3, 1]), ([17], [17]), ([1], [2, 2]),
  ].flatMap { left, right in
    [
      Case(testDescription: "\(left) + \(right)", shapes: [left, right]) { $0[0] + $0[1] },
      Case(testDescription: "\(left) - \(right)", shapes: [left, right]) { $0[0] - $0[1] },
      Case(testDescription: "\(left) * \(right)", shapes: [left, right]) { $0[0] * $0[1] },
      Case(testDescription: "\(left) / \(right)", shapes: [left, right], range: 1..<3) {
        $0[0] / $0[1]
      },
    ]
  }

  static let constants: [Case] = [
    Case(testDescription: "x + c", shapes: [[3]]) { $0[0] + constant },
    Case(testDescription: "c + x", shapes: [[4, 3]]) { constant + $0[0] },
    Case(testDescription: "x - c", shapes: [[1, 3]]) { $0[0] - constant },
    Case(testDescription: "c - x", shapes: [[3]]) { constant - $0[0] },
    Case(testDescription: "x * c", shapes: [[3]]) { $0[0] * constant },
    Case(testDescription: "c * x", shapes: [[4, 1]]) { constant * $0[0] },
    Case(testDescription: "x / c", shapes: [[3]]) { $0[0] / constant },
    Case(testDescription: "c / x", shapes: [[3]], range: 1..<3) { constant / $0[0] },
    Case(testDescription: "x + 2", shapes: [[3]]) { $0[0] + 2 },
    Case(testDescription: "2 + x", shapes: [[3]]) { 2 + $0[0] },
    Case(testDescription: "x - 2", shapes: [[3]]) { $0[0] - 2 },
    Case(testDescription: "2 - x", shapes: [[3]]) { 2 - $0[0] },
    Case(testDescription: "x * 2", shapes: [[3]]) { $0[0] * 2 },
    Case(testDescription: "2 * x", shapes: [[3]]) { 2 * $0[0] },
    Case(testDescription: "x / 2", shapes: [[3]]) { $0[0] / 2 },
    Case(testDescription: "2 / x", shapes: [[3]], range: 1..<3) { 2 / $0[0] },
    Case(testDescription: "-x", shapes: [[3]]) { -$0[0] },
    Case(testDescription: "x * x", shapes: [[3]]) { $0[0] * $0[0] },
  ]

  static let functions: [Case] = [
    Case(testDescription: "exp", shapes: [[2, 9]]) { $0[0].exp() },
    Case(testDescription: "log", shapes: [[19]], range: 0.5..<3) { $0[0].log() },
    Case(testDescription: "sqrt", shapes: [[19]], range: 0.5..<3) { $0[0].sqrt() },
    Case(testDescription: "abs", shapes: [[19]], range: 0.5..<3) { $0[0].abs() },
    Case(testDescription: "abs below 0", shapes: [[3]], range: -3 ..< -0.5) { $0[0].abs() },
    Case(testDescription: "tanh", shapes: [[19]]) { $0[0].tanh() },
    Case(testDescription: "sigmoid", shapes: [[19]]) { $0[0].sigmoid() },
    Case(testDescription: "sigmoid in range", shapes: [[19]]) { $0[0].sigmoid(in: 0.5...5.5) },
    Case(testDescription: "relu above 0", shapes: [[3]], range: 0.5..<3) { $0[0].relu() },
    Case(testDescription: "relu below 0", shapes: [[3]], range: -3 ..< -0.5) { $0[0].relu() },
    Case(testDescription: "clip within", shapes: [[3]], range: -1..<1) { $0[0].clip(-2...2) },
    Case(testDescription: "clip beyond", shapes: [[3]], range: 3..<4) { $0[0].clip(-2...2) },
    Case(testDescription: "pow 2", shapes: [[5]]) { $0[0].pow(2) },
    Case(testDescription: "pow 3", shapes: [[5]]) { $0[0].pow(3) },
    Case(testDescription: "pow 1.7", shapes: [[5]], range: 0.5..<3) { $0[0].pow(1.7) },
    Case(testDescription: "pow -1", shapes: [[5]], range: 1..<3) { $0[0].pow(-1) },
    Case(testDescription: "pow 0", shapes: [[5]]) { $0[0].pow(0) },
    Case(testDescription: "erf", shapes: [[19]]) { $0[0].erf() },
    Case(testDescription: "gelu", shapes: [[33]], range: -4..<4) { $0[0].gelu() },
    Case(testDescription: "geluTanh", shapes: [[33]], range: -4..<4) { $0[0].geluTanh() },
    Case(testDescription: "mish", shapes: [[33]], range: -4..<4) { $0[0].mish() },
    Case(testDescription: "softplus", shapes: [[19]], range: -4..<4) { $0[0].softplus() },
    Case(testDescription: "softmax", shapes: [[3, 17]]) { $0[0].softmax() },
    Case(testDescription: "softmax of a row", shapes: [[4]]) { $0[0].softmax() },
    Case(testDescription: "logSoftmax", shapes: [[3, 17]]) { $0[0].logSoftmax() },
  ]

  static let products: [Case] = [
    Case(testDescription: "A B", shapes: [[3, 4], [4, 5]]) { $0[0].matmul($0[1]) },
    Case(testDescription: "Aᵀ B", shapes: [[4, 3], [4, 5]]) {
      $0[0].matmul($0[1], transposeLeft: true)
    },
    Case(testDescription: "A Bᵀ", shapes: [[3, 4], [5, 4]]) {
      $0[0].matmul($0[1], transposeRight: true)
    },
    Case(testDescription: "Aᵀ Bᵀ", shapes: [[4, 3], [5, 4]]) {
      $0[0].matmul($0[1], transposeLeft: true, transposeRight: true)
    },
    Case(testDescription: "A A", shapes: [[3, 3]]) { $0[0].matmul($0[0]) },
    Case(testDescription: "A c", shapes: [[2, 4]]) { $0[0].matmul(constant) },
    Case(testDescription: "cᵀ A", shapes: [[4, 2]]) { constant.matmul($0[0], transposeLeft: true) },
    Case(testDescription: "dotRows", shapes: [[3, 18], [3, 18]]) { $0[0].dotRows($0[1]) },
    Case(testDescription: "dotRows of blocks", shapes: [[2, 3, 4], [2, 3, 4]]) {
      $0[0].dotRows($0[1])
    },
    Case(testDescription: "gather, repeated", shapes: [[5, 3]]) { $0[0].gather(rows: repeated) },
    Case(testDescription: "gather numbers", shapes: [[5]]) { $0[0].gather(rows: repeated) },
    Case(testDescription: "gather twice", shapes: [[5, 3]]) {
      $0[0].gather(rows: [1, 1]) * $0[0].gather(rows: [2, 1]) + $0[0].slice(axis: 0, 0..<2)
    },
  ]

  static let shapes: [Case] = [
    Case(testDescription: "sum", shapes: [[3, 4]]) { $0[0].sum() },
    Case(testDescription: "sum axis 0", shapes: [[3, 4]]) { $0[0].sum(axis: 0) },
    Case(testDescription: "sum axis -1", shapes: [[3, 4]]) { $0[0].sum(axis: -1) },
    Case(testDescription: "sum axis 1 kept", shapes: [[3, 4, 2]]) {
      $0[0].sum(axis: 1, keepDimension: true)
    },
    Case(testDescription: "mean", shapes: [[3, 4]]) { $0[0].mean() },
    Case(testDescription: "mean axis 0", shapes: [[3, 4]]) { $0[0].mean(axis: 0) },
    Case(testDescription: "mean axis -1 kept", shapes: [[3, 4]]) {
      $0[0].mean(axis: -1, keepDimension: true)
    },
    Case(testDescription: "reshape", shapes: [[3, 4]]) { $0[0].reshape([2, -1]) },
    Case(testDescription: "transpose", shapes: [[3, 4]]) { $0[0].transposed },
    Case(testDescription: "transpose axes", shapes: [[2, 3, 4]]) { $0[0].transpose([1, 2, 0]) },
    Case(testDescription: "slice", shapes: [[3, 5]]) { $0[0].slice(axis: 1, 1..<3) },
    Case(testDescription: "rows", shapes: [[5, 2]]) { $0[0].rows(1..<4) },
    Case(testDescription: "concatenate", shapes: [[2, 3], [1, 3], [2, 3]]) {
      .concatenate($0)
    },
    Case(testDescription: "concatenate axis 1", shapes: [[2, 3], [2, 1]]) {
      .concatenate([$0[0], $0[1], $0[0]], axis: 1)
    },
  ]

  @Test(arguments: operators) func gradientsOfOperators(_ check: Case) { verify(check) }
  @Test(arguments: constants) func gradientsOfConstants(_ check: Case) { verify(check) }
  @Test(arguments: functions) func gradientsOfFunctions(_ check: Case) { verify(check) }
  @Test(arguments: products) func gradientsOfProducts(_ check: Case) { verify(check) }
  @Test(arguments: shapes) func gradientsOfShapes(_ check: Case) { verify(check) }

  private func verify(_ check: Case) {
    var random = RandomGenerator(seed: 51).split(check.testDescription)
    let inputs = check.shapes.map { Tensor.uniform($0, in: check.range, using: &random) }
    GradientCheck.verify(inputs, using: &random, nil, check.operation)
  }
}
