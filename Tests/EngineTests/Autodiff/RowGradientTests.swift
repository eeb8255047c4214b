import CKernels
import Testing

@testable import Engine

/// Gradients of lookups are kept as rows; nobody may notice but by the time it takes.
@Suite(.serialized) struct RowGradientTests {
  private static let ids: Indices = [3, 0, 3, 6, 3]

  private static func normal(_ shape: [Int], _ stream: UInt64) -> Tensor {
    var random = RandomGenerator(seed: 6, stream: stream)
    return .normal(shape, using: &random)
  }

  /// Looks rows up, once or twice, with other uses of the table before, between and after.
  private static func uses(of table: Variable, _ order: String) -> Variable {
    let weights = normal([5, 4], 2)
    return order.map { use in
      use == "r" ? (table.gather(rows: ids) * weights).sum() : (table * table).sum()
    }.reduce(Variable(Tensor(0), requiresGradient: false)) { $0 + $1 }
  }

  @Test(
    "The gradient is that of one-hot products", arguments: ["r", "rr", "rd", "dr", "drd", "rdr"])
  func sameAsOneHot(order: String) {
    let table = Variable(Self.normal([7, 4], 1))
    gradients { Self.uses(of: table, order).backward() }
    let other = Variable(table.value)
    let oneHot = Tensor.oneHot(Self.ids, classes: 7)
    gradients {
      order.map { use in
        use == "r"
          ? (oneHot.matmul(other) * Self.normal([5, 4], 2)).sum() : (other * other).sum()
      }.reduce(Variable(Tensor(0), requiresGradient: false)) { $0 + $1 }.backward()
    }
    let difference = (table.gradient! - other.gradient!).abs().max().item
    #expect(difference <= 1e-5)
  }

  @Test("Calls of backward() add up, and a gradient that was looked at is still the same")
  func accumulation() {
    let table = Variable(Self.normal([7, 4], 1))
    gradients { Self.uses(of: table, "r").backward() }
    let once = table.gradient!
    gradients { Self.uses(of: table, "r").backward() }
    #expect((table.gradient! - once * 2).abs().max().item <= 1e-6)
    table.gradient = nil
    #expect(table.gradient == nil)
  }

  /// Steps of AdamW on a table, by rows or by the whole gradient; large enough for several threads.
  private func trained(byRows: Bool, width: Int) -> [UInt32] {
    let table = Variable(Self.normal([3000, width], 3))
    var optimizer = Optimizer(AdamW(learningRate: 0.01, weightDecay: 0.1), for: [table])
    for step in 0..<5 {
      var random = RandomGenerator(seed: 7).split(step)
      let ids = Indices((0..<64).map { _ in random.integer(below: step == 2 ? 3 : 3000) })
      let weights = Tensor.normal([64, width], using: &random)
      gradients { (table.gather(rows: ids) * weights).sum().backward() }
      if !byRows { table.gradient = table.gradient }
      optimizer.step()
    }
    return table.value.bits
  }

  @Test("AdamW by rows gives the bits of AdamW on the whole table", arguments: Configuration.all)
  func sameBits(configuration: Configuration) {
    for width in [1, 7, 19] {
      let (rows, whole) = configuration.run {
        (trained(byRows: true, width: width), trained(byRows: false, width: width))
      }
      #expect(rows == whole)
      #expect(rows == trained(byRows: true, width: width))
    }
  }

  @Test(
    "A first moment fades to exactly zero, not through denormal numbers",
    arguments: [
      (0x1p-99 as Float, false), (0x1p-100, true), (-0x1p-100, true), (0x1p-140, true),
    ])
  func momentsFade(moment: Float, isNegligible: Bool) {
    var (parameter, first, second, gradient): (Float, Float, Float, Float) = (1, moment, 0.001, 0)
    lectern_adamw_update(
      &parameter, &gradient, &first, &second, 1,
      lectern_adamw_rates(
        first_share: 0.1, second_share: 0.01, epsilon: 1e-5, decay: 0, step_size: 0.002,
        root_scale: 1.4))
    #expect((first == 0) == isNegligible)
    #expect(parameter == 1)
  }
}
