/// The largest element of each window of each channel of sequences.
///
/// Input `[batch, channels, length]`, output `[batch, channels, length']` with
/// length' = (length + 2 · padding − size) / stride + 1, rounded down. (PyTorch: `nn.MaxPool1d`.)
public struct MaxPool1d: UnaryLayer {
  public let size: Int, stride: Int, padding: Int

  /// - Parameters: as for ``MaxPool2d``, in places of the sequence.
  public init(size: Int, stride: Int? = nil, padding: Int = 0) {
    checkPooling("MaxPool1d", size: size, stride: stride, padding: padding)
    self.size = size
    self.stride = stride ?? size
    self.padding = padding
  }

  public func callAsFunction(_ input: Variable) -> Variable {
    input.maxPool1d(size: size, stride: stride, padding: padding)
  }
}
