import Engine

extension Benchmark {
  /// One training step on 64 images at once, and on two halves whose slopes are added up. What
  /// matters is the column of peaks: the halves come first, since the peak is that of the process.
  static let accumulation = Benchmark(
    name: "accumulation", what: "the memory that gradient accumulation saves"
  ) { _ in
    let imageCount = 64
    return [2, 1].map { parts in
      let step = ImageStep(imageCount: imageCount, parts: parts)
      return Workload(
        name: parts == 1 ? "64 images at once" : "64 images as 2 times 32",
        // Of images, not 10⁹.
        amount: 1e9 * Double(imageCount), unit: "images/s", runs: 5, run: step.run)
    }
  }
}

/// A network for images whose memory is nearly all in what it keeps for the way back.
private final class ImageStep {
  private static let size = 64

  private let layers: Sequential
  private let parts: [Batch<Tensor, Tensor>]
  private var optimizer: Optimizer<SGD>

  /// - Parameter parts: how many batches the images are cut into.
  init(imageCount: Int, parts: Int) {
    var random = RandomGenerator(seed: 1)
    layers = Sequential(inputs: [3, Self.size, Self.size], using: &random) {
      Conv2d.outputs(32, size: 3, padding: 1)
      ReLU()
      Conv2d.outputs(32, size: 3, padding: 1)
      ReLU()
      MaxPool2d(size: 4)
      Flatten()
      Linear.outputs(1)
    }
    let count = imageCount / parts
    self.parts = (0..<parts).map { _ in
      Batch(
        input: .normal([count, 3, Self.size, Self.size], using: &random),
        targets: .normal([count, 1], using: &random))
    }
    optimizer = Optimizer(SGD(learningRate: 0.01), for: layers)
  }

  func run() {
    for part in parts {
      let images = Variable(part.input, requiresGradient: false)
      let share = 1 / Float(parts.count)
      recording { (meanSquaredError(layers(images), part.targets) * share).backward() }
    }
    optimizer.step()
  }
}
