@testable import Engine

/// A differentiable operation and how operands of random shapes are drawn for it.
struct DifferentiableOperation: Sendable {
  /// The name of the method or operator of `Variable`.
  let name: String
  let draw: @Sendable (inout Draw) -> Trial

  init(_ name: String, _ draw: @escaping @Sendable (inout Draw) -> Trial) {
    self.name = name
    self.draw = draw
  }

  /// Operands, and what is done with them.
  struct Trial {
    let inputs: [Tensor]
    let operation: ([Variable]) -> Variable
  }

  /// An operation on one operand of any shape, its elements uniform in a range.
  static func unary(
    _ name: String, in range: Range<Float> = -2..<2,
    _ operation: @escaping @Sendable (Variable) -> Variable
  ) -> DifferentiableOperation {
    DifferentiableOperation(name) { draw in
      Trial(inputs: [draw.tensor(draw.shape(), in: range)]) { operation($0[0]) }
    }
  }

  /// The same with elements at least 0.2 from `corners`, where there is no derivative.
  static func unary(
    _ name: String, awayFrom corners: [Float],
    _ operation: @escaping @Sendable (Variable) -> Variable
  ) -> DifferentiableOperation {
    DifferentiableOperation(name) { draw in
      Trial(inputs: [draw.tensor(draw.shape(), awayFrom: corners)]) { operation($0[0]) }
    }
  }

  /// An operation on two operands that broadcast.
  static func binary(
    _ name: String, in range: Range<Float> = -2..<2,
    _ operation: @escaping @Sendable (Variable, Variable) -> Variable
  ) -> DifferentiableOperation {
    DifferentiableOperation(name) { draw in
      let shapes = draw.broadcastShapes()
      let inputs = [draw.tensor(shapes.0, in: range), draw.tensor(shapes.1, in: range)]
      return Trial(inputs: inputs) { operation($0[0], $0[1]) }
    }
  }

  /// An operation along an axis, drawn among those of any shape of one axis or more.
  static func alongAxis(
    _ name: String, distinct: Bool = false,
    _ operation: @escaping @Sendable (Variable, Int, Bool) -> Variable
  ) -> DifferentiableOperation {
    DifferentiableOperation(name) { draw in
      let shape = draw.shape(least: 1)
      let axis = draw.integer(below: shape.count) - (draw.coin() ? shape.count : 0)
      let keeps = draw.coin()
      let input = distinct ? draw.distinctTensor(shape) : draw.tensor(shape)
      return Trial(inputs: [input]) { operation($0[0], axis, keeps) }
    }
  }

  /// An operation along one axis or more.
  static func alongAxes(
    _ name: String, distinct: Bool = false,
    _ operation: @escaping @Sendable (Variable, [Int], Bool) -> Variable
  ) -> DifferentiableOperation {
    DifferentiableOperation(name) { draw in
      let shape = draw.shape(least: 1)
      let axes = Array(draw.order(shape.count).prefix(1 + draw.integer(below: shape.count)))
      let keeps = draw.coin()
      let input = distinct ? draw.distinctTensor(shape) : draw.tensor(shape)
      return Trial(inputs: [input]) { operation($0[0], axes, keeps) }
    }
  }
}

/// Shapes and operands from one fixed stream.
struct Draw {
  private var random: RandomGenerator

  init(_ random: RandomGenerator) { self.random = random }

  mutating func coin() -> Bool { random.integer(below: 2) == 0 }
  mutating func integer(below bound: Int) -> Int { random.integer(below: bound) }
  mutating func order(_ count: Int) -> [Int] { random.permutation(count) }

  /// The length of an axis; now and then more than the 16 lanes.
  mutating func length() -> Int {
    random.integer(below: 12) == 0 ? 17 : 1 + random.integer(below: 4)
  }

  /// Up to three axes.
  mutating func shape(least: Int = 0) -> [Int] {
    (0..<least + random.integer(below: 4 - least)).map { _ in length() }
  }

  /// Two shapes that broadcast: of one, some lengths become 1 and some axes in front go.
  mutating func broadcastShapes() -> ([Int], [Int]) {
    let full = shape()
    let reduced = full.map { coin() ? $0 : 1 }
    let small = Array(reduced.dropFirst(random.integer(below: full.count + 1)))
    return coin() ? (full, small) : (small, full)
  }

  mutating func tensor(_ shape: [Int], in range: Range<Float> = -2..<2) -> Tensor {
    .uniform(shape, in: range, using: &random)
  }

  mutating func tensor(_ shape: [Int], awayFrom corners: [Float]) -> Tensor {
    Tensor(
      shape: shape,
      scalars: (0..<Tensor.count(of: shape)).map { _ in
        var x = random.uniform(in: -3..<3)
        while corners.contains(where: { abs($0 - x) < 0.2 }) { x = random.uniform(in: -3..<3) }
        return x
      })
  }

  /// Elements that differ by 0.3 or more, so that a step changes no order.
  mutating func distinctTensor(_ shape: [Int], offset: Float = 0) -> Tensor {
    let order = random.permutation(Tensor.count(of: shape))
    return Tensor(
      shape: shape, scalars: order.map { 0.3 * (Float($0) - Float(order.count) / 2) + offset })
  }

  /// Zeros and ones.
  mutating func mask(_ shape: [Int]) -> Tensor { tensor(shape, in: 0..<1) .< Tensor(0.5) }

  /// Ids, most of them several times.
  mutating func indices(_ shape: [Int], below bound: Int) -> Indices {
    Indices(
      shape: shape,
      values: (0..<Tensor.count(of: shape)).map { _ in Int32(random.integer(below: bound)) })
  }
}
