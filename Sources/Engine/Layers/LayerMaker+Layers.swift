// Layers that a ``Sequential`` makes for what the layer before them gives.

extension Linear {
  /// A layer with so many outputs and as many inputs as the layer before it has outputs; the
  /// settings are those of ``init(inputs:outputs:hasBias:initializer:using:)``.
  public static func outputs(
    _ outputs: Int, hasBias: Bool = true, initializer: Initializer = .linearDefault
  ) -> LayerMaker {
    LayerMaker { shape, random in
      guard let inputs = shape.last else {
        stop("Linear.outputs(\(outputs))", "the layer before gives one number an item, not rows")
      }
      return Linear(
        inputs: inputs, outputs: outputs, hasBias: hasBias, initializer: initializer,
        using: &random)
    }
  }
}

extension Conv2d {
  /// A layer with so many channels as outputs, for the channels that the layer before it gives; the
  /// settings are those of
  /// ``init(inputs:outputs:size:stride:padding:hasBias:initializer:using:)``.
  public static func outputs(
    _ outputs: Int, size: Int, stride: Int = 1, padding: Int = 0, hasBias: Bool = true,
    initializer: Initializer = .linearDefault
  ) -> LayerMaker {
    LayerMaker { shape, random in
      guard shape.count == 3 else {
        stop(
          "Conv2d.outputs(\(outputs))",
          "needs images [channels, height, width], the layer before gives items of shape \(shape)")
      }
      return Conv2d(
        inputs: shape[0], outputs: outputs, size: size, stride: stride, padding: padding,
        hasBias: hasBias, initializer: initializer, using: &random)
    }
  }
}

extension Conv1d {
  /// A layer with so many channels as outputs, for the channels that the layer before it gives; the
  /// settings are those of
  /// ``init(inputs:outputs:size:stride:padding:hasBias:initializer:using:)``.
  public static func outputs(
    _ outputs: Int, size: Int, stride: Int = 1, padding: Int = 0, hasBias: Bool = true,
    initializer: Initializer = .linearDefault
  ) -> LayerMaker {
    LayerMaker { shape, random in
      guard shape.count == 2 else {
        stop(
          "Conv1d.outputs(\(outputs))",
          "needs sequences [channels, length], the layer before gives items of shape \(shape)")
      }
      return Conv1d(
        inputs: shape[0], outputs: outputs, size: size, stride: stride, padding: padding,
        hasBias: hasBias, initializer: initializer, using: &random)
    }
  }
}
