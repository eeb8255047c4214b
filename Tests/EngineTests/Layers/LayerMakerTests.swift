import Engine
import Testing

/// Sequential with its generator named once.
struct LayerMakerTests {
  @Test("the same weights as with a generator for each layer") func sameWeights() {
    var random = RandomGenerator(seed: 8)
    let made = Sequential(inputs: 3, using: &random) {
      Linear.outputs(4)
      ReLU()
      for _ in 0..<2 { Linear.outputs(5, hasBias: false, initializer: .kaimingNormal) }
      Linear.outputs(1)
    }
    var other = RandomGenerator(seed: 8)
    let given = Sequential {
      Linear(inputs: 3, outputs: 4, using: &other)
      ReLU()
      Linear(inputs: 4, outputs: 5, hasBias: false, initializer: .kaimingNormal, using: &other)
      Linear(inputs: 5, outputs: 5, hasBias: false, initializer: .kaimingNormal, using: &other)
      Linear(inputs: 5, outputs: 1, using: &other)
    }
    #expect(random == other)
    #expect(made.parameters.map(\.name) == given.parameters.map(\.name))
    #expect(made.parameters.map(\.variable.value) == given.parameters.map(\.variable.value))
  }

  @Test("images and sequences, whose shapes are found with an empty batch")
  func shapes() throws {
    var random = RandomGenerator(seed: 9)
    let images = Sequential(inputs: [1, 8, 8], using: &random) {
      Conv2d.outputs(4, size: 3, stride: 2, padding: 1)
      BatchNorm2d(channels: 4)
      if true { ReLU() } else { GELU() }
      MaxPool2d(size: 2)
      Flatten()
      Linear.outputs(3)
    }
    #expect(images(Tensor.zeros([5, 1, 8, 8])).value.shape == [5, 3])
    let sequences = Sequential(inputs: [2, 9], using: &random) {
      Conv1d.outputs(6, size: 3)
      GlobalAvgPool()
      Linear.outputs(1)
    }
    #expect(sequences(Tensor.zeros([5, 2, 9])).value.shape == [5, 1])
    #expect(try #require(sequences.layers[2] as? Linear).weight.value.shape == [1, 6])
  }

  @Test("within training and recording nothing is disturbed") func modes() {
    var random = RandomGenerator(seed: 10)
    let model = withTraining(using: &random) {
      var own = RandomGenerator(seed: 11)
      return gradients {
        Sequential(inputs: 3, using: &own) {
          Linear.outputs(4)
          BatchNorm1d(width: 4)
          Linear.outputs(2)
        }
      }
    }
    #expect(model.parameters.map(\.name).contains("1.runningMean"))
    #expect(model.parameters.first { $0.name == "1.runningMean" }?.variable.value == .zeros([4]))
  }

  /// A layer of one's own that takes no empty batch.
  private struct Centred: UnaryLayer {
    let scale: Variable
    func callAsFunction(_ input: Variable) -> Variable {
      (input - input.max(axis: 0)) * scale
    }
  }

  @Test("makers of layers of one's own; a layer before no maker is not tried out") func ownLayers()
  {
    var random = RandomGenerator(seed: 12)
    let model = Sequential(inputs: 2, using: &random) {
      Linear.outputs(3)
      LayerMaker { shape, random in Centred(scale: Variable(.normal(shape, using: &random))) }
    }
    #expect(model.parameters.map(\.variable.value.shape) == [[3, 2], [3], [3]])
    #expect(model(Tensor.ones([4, 2])).value == .zeros([4, 3]))
  }
}
