// Averages of windows, and of all there is; see MaxPool2d for the largest.

/// The mean of each window of each channel of images.
///
/// Input `[batch, channels, height, width]`, output `[batch, channels, height', width']` with
/// height' = (height + 2 · padding − size) / stride + 1, rounded down. (PyTorch: `nn.AvgPool2d`.)
public struct AvgPool2d: UnaryLayer {
  public let size: Int, stride: Int, padding: Int

  /// - Parameters:
  ///   - size: rows and columns of a window.
  ///   - stride: how many pixels it moves at once; the window's size if not given.
  ///   - padding: how many rows and columns of zeros, which count in the mean, are added on each
  ///     side.
  public init(size: Int, stride: Int? = nil, padding: Int = 0) {
    checkPooling("AvgPool2d", size: size, stride: stride, padding: padding)
    self.size = size
    self.stride = stride ?? size
    self.padding = padding
  }

  public func callAsFunction(_ input: Variable) -> Variable {
    input.avgPool2d(size: (size, size), stride: (stride, stride), padding: (padding, padding))
  }
}

/// The mean of each window of each channel of sequences.
///
/// Input `[batch, channels, length]`, output `[batch, channels, length']` with
/// length' = (length + 2 · padding − size) / stride + 1, rounded down. (PyTorch: `nn.AvgPool1d`.)
public struct AvgPool1d: UnaryLayer {
  public let size: Int, stride: Int, padding: Int

  /// - Parameters: as for ``AvgPool2d``, in places of the sequence.
  public init(size: Int, stride: Int? = nil, padding: Int = 0) {
    checkPooling("AvgPool1d", size: size, stride: stride, padding: padding)
    self.size = size
    self.stride = stride ?? size
    self.padding = padding
  }

  public func callAsFunction(_ input: Variable) -> Variable {
    input.avgPool1d(size: size, stride: stride, padding: padding)
  }
}

/// The mean of each channel: `[batch, channels, height, width]`, or `[batch, channels, length]`,
/// becomes `[batch, channels]`, whatever the size of the images.
///
/// (PyTorch: `nn.AdaptiveAvgPool2d(1)` and `nn.Flatten` after it.)
public struct GlobalAvgPool: UnaryLayer {
  public init() {}

  public func callAsFunction(_ input: Variable) -> Variable {
    let shape = input.value.shape
    if shape.count < 3 || shape.dropFirst(2).contains(0) {
      stop(
        "GlobalAvgPool",
        "needs [batch, channels, height, width] or [batch, channels, length], the shape is \(shape)"
      )
    }
    return input.mean(axes: Array(2..<shape.count))
  }
}
