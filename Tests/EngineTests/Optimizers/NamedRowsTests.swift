import Testing

@testable import Engine

/// Rules that leave rows without a gradient as they are look at no others.
struct NamedRowsTests {
  /// Steps on a table, by rows or by the whole gradient. The third batch names three rows so often
  /// that their gradients are added in a tree; the last is large enough for several threads.
  private static func trained(_ rule: some UpdateRule, byRows: Bool, width: Int) -> [UInt32] {
    var start = RandomGenerator(seed: 3)
    let table = Variable(.normal([3000, width], using: &start))
    var optimizer = Optimizer(rule, for: [table])
    for step in 0..<4 {
      var random = RandomGenerator(seed: 7).split(step)
      let count = [64, 64, 4000, 6000][step]
      let ids = Indices((0..<count).map { _ in random.integer(below: step == 2 ? 3 : 3000) })
      let weights = Tensor.normal([count, width], using: &random)
      gradients { (table.gather(rows: ids) * weights).sum().backward() }
      if !byRows { table.gradient = table.gradient }
      optimizer.step()
    }
    return table.value.scalars.map(\.bitPattern)
  }

  @Test("The bits are those of the whole gradient", arguments: [1, 3, 8, 17])
  func sameBits(width: Int) {
    func check(_ rule: some UpdateRule) {
      let (rows, whole) = (
        Self.trained(rule, byRows: true, width: width),
        Self.trained(rule, byRows: false, width: width)
      )
      #expect(rows == whole, "\(rule)")
    }
    check(SGD(learningRate: 0.1))
    check(SGD(learningRate: 0.1, momentum: 0.9))
    check(SGD(learningRate: 0.1, weightDecay: 0.1))
    check(Adagrad(learningRate: 0.1))
    check(Adagrad(learningRate: 0.1, weightDecay: 0.1))
    check(Adam(learningRate: 0.1))
    check(AdamW(learningRate: 0.1))
  }

  /// A step on the whole table would make NaN of an infinite parameter: 0 times it is none.
  @Test("Other rows are left alone") func untouched() {
    func check(_ rule: some UpdateRule) {
      let table = Variable(Tensor(shape: [3, 2], scalars: [1, 1, .infinity, -0.0, 2, 2]))
      var optimizer = Optimizer(rule, for: [table])
      gradients { table.gather(rows: [0, 2, 0]).sum().backward() }
      optimizer.step()
      let values = table.value.scalars
      #expect(values[2...3].map(\.bitPattern) == [0x7F80_0000, 0x8000_0000], "\(rule)")
      #expect(values[0] < 1 && values[1] < 1 && values[4] < 2 && values[5] < 2, "\(rule)")
    }
    check(SGD(learningRate: 0.1))
    check(Adagrad(learningRate: 0.1))
  }
}
