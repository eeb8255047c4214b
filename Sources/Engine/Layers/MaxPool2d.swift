/// The largest element of each window of each channel: images become smaller and less
/// sensitive to where something is.
///
/// Input `[batch, channels, height, width]`, output `[batch, channels, height', width']` with
/// height' = (height + 2 · padding − size) / stride + 1, rounded down. (PyTorch: `nn.MaxPool2d`.)
public struct MaxPool2d: UnaryLayer {
  public let size: Int, stride: Int, padding: Int

  /// - Parameters:
  ///   - size: rows and columns of a window.
  ///   - stride: how many pixels it moves at once; the window's size if not given.
  ///   - padding: how many rows and columns, which never win, are added on each side.
  public init(size: Int, stride: Int? = nil, padding: Int = 0) {
    checkPooling("MaxPool2d", size: size, stride: stride, padding: padding)
    self.size = size
    self.stride = stride ?? size
    self.padding = padding
  }

  public func callAsFunction(_ input: Variable) -> Variable {
    input.maxPool2d(size: (size, size), stride: (stride, stride), padding: (padding, padding))
  }
}

/// Stops the program unless a pooling window of these settings can slide.
func checkPooling(_ layer: String, size: Int, stride: Int?, padding: Int) {
  let settings = Settings(layer)
  settings.atLeastOne(size, "size")
  settings.atLeastOne(stride ?? 1, "stride")
  settings.notNegative(padding, "padding")
  if padding * 2 > size {
    stop(layer, "padding is \(padding), more than half of the window's size, \(size)")
  }
}
