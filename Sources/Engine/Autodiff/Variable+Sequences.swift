// Windows that slide along sequences: images of one row.
extension Variable {
  /// The cross-correlation of sequences with learned windows, plus a constant for each output.
  ///
  /// Sequences `[batch, channels, length]` and a weight `[outputs, channels, size]` give
  /// `[batch, outputs, (length + 2 · padding − size) / stride + 1]`, as PyTorch's `conv1d`.
  public func convolve1d(
    _ weight: Variable, bias: Variable? = nil, stride: Int = 1, padding: Int = 0
  ) -> Variable {
    let (shape, kernel) = (value.shape, weight.value.shape)
    guard shape.count == 3, kernel.count == 3, shape[1] == kernel[1] else {
      stop(
        "convolve1d",
        "shapes do not fit: sequences \(shape) and weight \(kernel); [batch, channels, length] and "
          + "[outputs, channels, size] are needed")
    }
    checkWindow("convolve1d", kernel[2], stride, padding)
    let rows = weight.reshape([kernel[0], kernel[1], 1, kernel[2]])
    return oneRowImages().convolve2d(rows, bias: bias, stride: (1, stride), padding: (0, padding))
      .sequences()
  }

  /// The largest element of each window of each channel: `[batch, channels, length]` gives
  /// `[batch, channels, (length + 2 · padding − size) / stride + 1]`, as PyTorch's `max_pool1d`.
  public func maxPool1d(size: Int, stride: Int? = nil, padding: Int = 0) -> Variable {
    checkWindow("maxPool1d", size, stride ?? size, padding)
    checkPadding("maxPool1d", size, padding)
    return oneRowImages()
      .maxPool2d(size: (1, size), stride: (1, stride ?? size), padding: (0, padding)).sequences()
  }

  /// The mean of each window of each channel, in which the padding counts as 0:
  /// `[batch, channels, length]` gives
  /// `[batch, channels, (length + 2 · padding − size) / stride + 1]`, as PyTorch's `avg_pool1d`.
  public func avgPool1d(size: Int, stride: Int? = nil, padding: Int = 0) -> Variable {
    checkWindow("avgPool1d", size, stride ?? size, padding)
    checkPadding("avgPool1d", size, padding)
    return oneRowImages()
      .avgPool2d(size: (1, size), stride: (1, stride ?? size), padding: (0, padding)).sequences()
  }

  private func oneRowImages() -> Variable {
    let shape = value.shape
    return reshape([shape[0], shape[1], 1, shape[2]])
  }

  private func sequences() -> Variable {
    let shape = value.shape
    return reshape([shape[0], shape[1], shape[3]])
  }

  private func checkWindow(_ operation: String, _ size: Int, _ stride: Int, _ padding: Int) {
    let shape = value.shape
    if shape.count != 3 {
      stop(operation, "needs [batch, channels, length], the shape is \(shape)")
    }
    if size < 1 || stride < 1 || padding < 0 {
      stop(operation, "size \(size), stride \(stride) and padding \(padding) are no window")
    }
    if shape[2] + 2 * padding < size {
      stop(
        operation, "a window of \(size) does not fit into \(shape) with a padding of \(padding)")
    }
  }

  private func checkPadding(_ operation: String, _ size: Int, _ padding: Int) {
    if padding * 2 > size {
      stop(operation, "the padding \(padding) is more than half of the window \(size)")
    }
  }
}
