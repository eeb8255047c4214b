@testable import Engine

extension DifferentiableOperation {
  /// Sums, products, deviations and functions with few corners.
  static let statistics: [DifferentiableOperation] = [
    .unary("sin") { $0.sin() }, .unary("cos") { $0.cos() },
    .unary("log1p", in: -0.5..<2) { $0.log1p() }, .unary("expm1") { $0.expm1() },
    .unary("square") { $0.square() },
    .unary("floor", awayFrom: [-3, -2, -1, 0, 1, 2, 3]) { $0.floor() },
    .unary("ceil", awayFrom: [-3, -2, -1, 0, 1, 2, 3]) { $0.ceil() },
    .unary("round", awayFrom: [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5]) { $0.round() },
    .unary("sign", awayFrom: [0]) { $0.sign() },
    .alongAxis("cumulativeSum") { x, axis, _ in x.cumulativeSum(axis: axis) },
    .alongAxis("product") { $0.product(axis: $1, keepDimension: $2) },
    .unary("product", in: 0.5..<1.2) { $0.product() },
    .alongAxis("logSumExp") { $0.logSumExp(axis: $1, keepDimension: $2) },
    .unary("logSumExp") { $0.logSumExp() },
    .alongAxis("softmax") { x, axis, _ in x.softmax(axis: axis) },
    .alongAxis("logSoftmax") { x, axis, _ in x.logSoftmax(axis: axis) },
    DifferentiableOperation("standardDeviation") { draw in
      let shape = draw.shape() + [2 + draw.length()]
      let keeps = draw.coin()
      return Trial(inputs: [draw.distinctTensor(shape)]) {
        $0[0].standardDeviation(axis: -1, keepDimension: keeps)
      }
    },
    DifferentiableOperation("standardDeviation") { draw in
      Trial(inputs: [draw.distinctTensor(draw.shape() + [2 + draw.length()])]) {
        $0[0].standardDeviation(unbiased: false)
      }
    },
    .binary("+") { left, right in
      var sum = left * 2
      sum += right
      sum += 1
      return sum
    },
    .binary("-") { left, right in
      var difference = left * 2
      difference -= right
      difference -= Tensor(1)
      return difference
    },
  ]

  static let rearrangements: [DifferentiableOperation] = [
    .alongAxis("flip") { x, axis, _ in x.flip(axis: axis) },
    .alongAxis("sorted", distinct: true) { x, axis, descends in
      x.sorted(axis: axis, descending: descends)
    },
    .unary("squeeze") { $0.squeeze() }, .unary("unsqueeze") { $0.unsqueeze(axis: -1) },
    .unary("squeeze") { $0.unsqueeze(axis: 0).squeeze(axis: 0) },
    DifferentiableOperation("tile") { draw in
      let shape = draw.shape()
      let counts = (0..<shape.count + draw.integer(below: 2)).map { _ in 1 + draw.integer(below: 2)
      }
      return Trial(inputs: [draw.tensor(shape)]) { $0[0].tile(counts) }
    },
    DifferentiableOperation("pad") { draw in
      let shape = draw.shape()
      let widths = shape.map { _ in (before: draw.integer(below: 3), after: draw.integer(below: 3))
      }
      return Trial(inputs: [draw.tensor(shape)]) { $0[0].pad(widths, with: 3) }
    },
    DifferentiableOperation("lowerTriangle") { draw in
      let diagonal = draw.integer(below: 5) - 2
      return Trial(inputs: [draw.tensor(draw.shape(least: 2))]) {
        $0[0].lowerTriangle(diagonal: diagonal)
      }
    },
    DifferentiableOperation("upperTriangle") { draw in
      let diagonal = draw.integer(below: 5) - 2
      return Trial(inputs: [draw.tensor(draw.shape(least: 2))]) {
        $0[0].upperTriangle(diagonal: diagonal)
      }
    },
    DifferentiableOperation("gather") { draw in
      let shape = draw.shape(least: 1)
      let axis = draw.integer(below: shape.count)
      var wanted = shape
      wanted[axis] = draw.length()
      let indices = draw.indices(wanted, below: shape[axis])
      return Trial(inputs: [draw.tensor(shape)]) { $0[0].gather(axis: axis, indices) }
    },
    DifferentiableOperation("slice") { draw in
      // By subscript: a number and a range.
      let shape = [2 + draw.length(), 2 + draw.length()] + draw.shape()
      return Trial(inputs: [draw.tensor(shape)]) { $0[0][1..., 1] }
    },
    DifferentiableOperation("concatenate") { draw in
      // Of what was split, in reverse.
      let shape = [4] + draw.shape()
      return Trial(inputs: [draw.tensor(shape)]) {
        .concatenate($0[0].split([1, 3]).reversed() + $0[0].split(into: 2).reversed())
      }
    },
    DifferentiableOperation("dot") { draw in
      let shape = [draw.length()]
      return Trial(inputs: [draw.tensor(shape), draw.tensor(shape)]) { $0[0].dot($0[1]) }
    },
    DifferentiableOperation("outer") { draw in
      Trial(inputs: [draw.tensor([draw.length()]), draw.tensor([draw.length()])]) {
        $0[0].outer($0[1])
      }
    },
  ]
}
