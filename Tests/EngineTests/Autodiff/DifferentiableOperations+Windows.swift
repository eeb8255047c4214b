@testable import Engine

extension DifferentiableOperation {
  /// What activation layers are made of.
  static let activations: [DifferentiableOperation] = [
    .unary("leakyReLU", awayFrom: [0]) { $0.leakyReLU(negativeSlope: 0.2) },
    .unary("elu", awayFrom: [0]) { $0.elu(alpha: 0.7) },
    .unary("silu", in: -4..<4) { $0.silu() },
  ]

  /// Windows on sequences, and means of windows.
  static let windows: [DifferentiableOperation] = [
    DifferentiableOperation("convolve1d") { draw in
      let (channels, outputs) = (draw.length() % 4 + 1, draw.length() % 4 + 1)
      let (length, size) = (3 + draw.integer(below: 4), 1 + draw.integer(below: 3))
      let (stride, padding) = (1 + draw.integer(below: 2), draw.integer(below: 2))
      let inputs = [
        draw.tensor([2, channels, length]), draw.tensor([outputs, channels, size]),
        draw.tensor([outputs]),
      ]
      return Trial(inputs: inputs) {
        $0[0].convolve1d($0[1], bias: $0[2], stride: stride, padding: padding)
      }
    },
    DifferentiableOperation("maxPool1d") { draw in
      let (length, size) = (3 + draw.integer(below: 5), 2 + draw.integer(below: 2))
      let (stride, padding) = (1 + draw.integer(below: 3), draw.integer(below: 2))
      return Trial(inputs: [draw.distinctTensor([2, 2, length])]) {
        $0[0].maxPool1d(size: size, stride: stride, padding: padding)
      }
    },
    DifferentiableOperation("avgPool1d") { draw in
      let (length, size) = (3 + draw.integer(below: 5), 2 + draw.integer(below: 2))
      let (stride, padding) = (1 + draw.integer(below: 3), draw.integer(below: 2))
      return Trial(inputs: [draw.tensor([2, 2, length])]) {
        $0[0].avgPool1d(size: size, stride: stride, padding: padding)
      }
    },
    DifferentiableOperation("avgPool2d") { draw in
      let (height, width) = (3 + draw.integer(below: 4), 3 + draw.integer(below: 4))
      let size = (2 + draw.integer(below: 2), 2 + draw.integer(below: 2))
      let stride = (1 + draw.integer(below: 3), 1 + draw.integer(below: 3))
      let padding = (draw.integer(below: 2), draw.integer(below: 2))
      return Trial(inputs: [draw.tensor([2, 2, height, width])]) {
        $0[0].avgPool2d(size: size, stride: stride, padding: padding)
      }
    },
  ]
}
