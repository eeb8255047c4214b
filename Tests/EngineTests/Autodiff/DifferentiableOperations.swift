@testable import Engine

extension DifferentiableOperation {
  /// Every differentiable operation; `RandomShapeTests` checks that none is missing.
  static let all =
    arithmetic + functions + reductions + shaping + choices + products + images
    + layers + statistics + rearrangements

  static let arithmetic: [DifferentiableOperation] = [
    .binary("+") { $0 + $1 }, .binary("-") { $0 - $1 }, .binary("*") { $0 * $1 },
    .binary("/", in: 1..<3) { $0 / $1 },
    .unary("-") { -$0 }, .unary("+") { 2 + ($0 + 3) }, .unary("-") { 2 - ($0 - 3) },
    .unary("*") { 2 * ($0 * -3) }, .unary("/", in: 1..<3) { 2 / ($0 / 3) },
  ]

  static let functions: [DifferentiableOperation] = [
    .unary("exp") { $0.exp() }, .unary("log", in: 0.5..<3) { $0.log() },
    .unary("sqrt", in: 0.5..<3) { $0.sqrt() }, .unary("abs", awayFrom: [0]) { $0.abs() },
    .unary("tanh") { $0.tanh() }, .unary("sigmoid") { $0.sigmoid() },
    .unary("sigmoid") { $0.sigmoid(in: -1...4) }, .unary("relu", awayFrom: [0]) { $0.relu() },
    .unary("clip", awayFrom: [-1, 1.5]) { $0.clip(-1...1.5) },
    .unary("pow", in: 0.5..<3) { $0.pow(1.7) }, .unary("pow") { $0.pow(3) },
    .unary("erf") { $0.erf() }, .unary("gelu", in: -4..<4) { $0.gelu() },
    .unary("geluTanh", in: -4..<4) { $0.geluTanh() }, .unary("mish", in: -4..<4) { $0.mish() },
    .unary("softplus", in: -4..<4) { $0.softplus() },
    .alongAxis("softmax") { x, _, _ in x.softmax() },
    .alongAxis("logSoftmax") { x, _, _ in x.logSoftmax() },
    DifferentiableOperation("softmax") { draw in
      // Rows of which a part, but never all, is masked.
      let shape = draw.shape(least: 1) + [3]
      let mask = draw.mask(shape) * Tensor([0, 1, 1])
      return Trial(inputs: [draw.tensor(shape)]) {
        Variable.where(mask, Variable(Tensor(-.infinity)), $0[0]).softmax()
      }
    },
    DifferentiableOperation("dropout") { draw in
      let random = RandomGenerator(seed: UInt64(draw.integer(below: 1000)))
      return Trial(inputs: [draw.tensor(draw.shape())]) { $0[0].dropout(rate: 0.4, using: random) }
    },
  ]

  static let reductions: [DifferentiableOperation] = [
    .unary("sum") { $0.sum() }, .unary("mean") { $0.mean() },
    .alongAxis("sum") { $0.sum(axis: $1, keepDimension: $2) },
    .alongAxis("mean") { $0.mean(axis: $1, keepDimension: $2) },
    .alongAxes("sum") { $0.sum(axes: $1, keepDimension: $2) },
    .alongAxes("mean") { $0.mean(axes: $1, keepDimension: $2) },
    .alongAxes("variance") { $0.variance(axes: $1, unbiased: false, keepDimension: $2) },
    .alongAxis("variance") { $0.variance(axis: $1, unbiased: false, keepDimension: $2) },
    DifferentiableOperation("variance") { draw in
      Trial(inputs: [draw.tensor(draw.shape(least: 1) + [2])]) { $0[0].variance() }
    },
    .alongAxis("max", distinct: true) { x, _, _ in x.max() },
    .alongAxis("min", distinct: true) { x, _, _ in x.min() },
    .alongAxis("max", distinct: true) { $0.max(axis: $1, keepDimension: $2) },
    .alongAxis("min", distinct: true) { $0.min(axis: $1, keepDimension: $2) },
    .alongAxes("max", distinct: true) { $0.max(axes: $1, keepDimension: $2) },
    .alongAxes("min", distinct: true) { $0.min(axes: $1, keepDimension: $2) },
    .unary("norm", in: 0.5..<2) { $0.norm() },
    DifferentiableOperation("norm") { draw in
      let shape = draw.shape(least: 1)
      let (axis, keeps) = (draw.integer(below: shape.count), draw.coin())
      return Trial(inputs: [draw.tensor(shape, in: 0.5..<2)]) {
        $0[0].norm(axis: axis, keepDimension: keeps)
      }
    },
  ]

  static let shaping: [DifferentiableOperation] = [
    .unary("reshape") { $0.reshape([-1]) }, .unary("transposed") { $0.transposed },
    DifferentiableOperation("transpose") { draw in
      let shape = draw.shape()
      let order = draw.order(shape.count)
      return Trial(inputs: [draw.tensor(shape)]) { $0[0].transpose(order) }
    },
    DifferentiableOperation("slice") { draw in
      let shape = draw.shape(least: 1)
      let axis = draw.integer(below: shape.count)
      let start = draw.integer(below: shape[axis])
      let end = start + 1 + draw.integer(below: shape[axis] - start)
      return Trial(inputs: [draw.tensor(shape)]) { $0[0].slice(axis: axis, start..<end) }
    },
    DifferentiableOperation("rows") { draw in
      Trial(inputs: [draw.tensor([4] + draw.shape(least: 1))]) { $0[0].rows(1..<3) }
    },
    DifferentiableOperation("concatenate") { draw in
      let shape = draw.shape(least: 1)
      let axis = draw.integer(below: shape.count)
      let inputs = (0..<3).map { _ in
        var own = shape
        own[axis] = draw.length()
        return draw.tensor(own)
      }
      return Trial(inputs: inputs) { .concatenate($0, axis: axis) }
    },
    DifferentiableOperation("stack") { draw in
      let shape = draw.shape()
      let axis = draw.integer(below: shape.count + 1) - (draw.coin() ? shape.count + 1 : 0)
      return Trial(inputs: [draw.tensor(shape), draw.tensor(shape)]) {
        .stack([$0[0], $0[1], $0[0]], axis: axis)
      }
    },
  ]

  static let choices: [DifferentiableOperation] = [
    DifferentiableOperation("where") { draw in
      let shapes = draw.broadcastShapes()
      let mask = draw.mask(shapes.0)
      return Trial(inputs: [draw.tensor(shapes.1), draw.tensor(shapes.0)]) {
        .where(mask, $0[0], $0[1])
      }
    },
    DifferentiableOperation("maximum") { draw in
      let shapes = draw.broadcastShapes()
      let inputs = [draw.distinctTensor(shapes.0), draw.distinctTensor(shapes.1, offset: 0.15)]
      return Trial(inputs: inputs) { .maximum($0[0], $0[1]) }
    },
    DifferentiableOperation("minimum") { draw in
      let shapes = draw.broadcastShapes()
      let inputs = [draw.distinctTensor(shapes.0), draw.distinctTensor(shapes.1, offset: 0.15)]
      return Trial(inputs: inputs) { .minimum($0[0], $0[1]) }
    },
    DifferentiableOperation("gather") { draw in
      let height = draw.length()
      let indices = draw.indices(draw.shape(), below: height)
      return Trial(inputs: [draw.tensor([height] + draw.shape())]) { $0[0].gather(rows: indices) }
    },
    DifferentiableOperation("gather") { draw in
      // An embedding whose padding masks rows.
      let height = 1 + draw.length()
      let (indices, width) = (draw.indices(draw.shape(), below: height), draw.length())
      return Trial(inputs: [draw.tensor([height, width])]) {
        Embedding(weight: $0[0], paddingIndex: 1)(indices)
      }
    },
  ]

  static let products: [DifferentiableOperation] = [
    DifferentiableOperation("matmul") { draw in
      let (rows, inner, columns) = (draw.length(), draw.length(), draw.length())
      let (left, right) = (draw.coin(), draw.coin())
      let a = draw.tensor(left ? [inner, rows] : [rows, inner])
      let b = draw.tensor(right ? [columns, inner] : [inner, columns])
      return Trial(inputs: [a, b]) {
        $0[0].matmul($0[1], transposeLeft: left, transposeRight: right)
      }
    },
    DifferentiableOperation("batchedMatmul") { draw in
      let (batch, rows, inner) = (draw.length(), draw.length() % 5, draw.length())
      let (columns, left, right) = (draw.length(), draw.coin(), draw.coin())
      let a = draw.tensor(left ? [batch, inner, rows] : [batch, rows, inner])
      let b = draw.tensor(right ? [batch, columns, inner] : [batch, inner, columns])
      return Trial(inputs: [a, b]) {
        $0[0].batchedMatmul($0[1], transposeLeft: left, transposeRight: right)
      }
    },
    DifferentiableOperation("dotRows") { draw in
      let shape = draw.shape(least: 1)
      return Trial(inputs: [draw.tensor(shape), draw.tensor(shape)]) { $0[0].dotRows($0[1]) }
    },
  ]

  static let images: [DifferentiableOperation] = [
    DifferentiableOperation("convolve2d") { draw in
      let (channels, outputs) = (draw.length() % 4 + 1, draw.length() % 4 + 1)
      let (height, width) = (3 + draw.integer(below: 3), 3 + draw.integer(below: 3))
      let size = (1 + draw.integer(below: 3), 1 + draw.integer(below: 3))
      let stride = (1 + draw.integer(below: 2), 1 + draw.integer(below: 2))
      let padding = (draw.integer(below: 2), draw.integer(below: 2))
      let inputs = [
        draw.tensor([2, channels, height, width]),
        draw.tensor([outputs, channels, size.0, size.1]), draw.tensor([outputs]),
      ]
      return Trial(inputs: inputs) {
        $0[0].convolve2d($0[1], bias: $0[2], stride: stride, padding: padding)
      }
    },
    DifferentiableOperation("maxPool2d") { draw in
      let (height, width) = (3 + draw.integer(below: 4), 3 + draw.integer(below: 4))
      let size = (2 + draw.integer(below: 2), 2 + draw.integer(below: 2))
      let stride = (1 + draw.integer(below: 3), 1 + draw.integer(below: 3))
      let padding = (draw.integer(below: 2), draw.integer(below: 2))
      return Trial(inputs: [draw.distinctTensor([2, 2, height, width])]) {
        $0[0].maxPool2d(size: size, stride: stride, padding: padding)
      }
    },
  ]
}
