extension Variable {
  /// The mean of each window of each channel, in which the padding counts as 0.
  ///
  /// `[batch, channels, height, width]` gives
  /// `[batch, channels, (height + 2 · padding − rows) / stride + 1, …]`, as PyTorch's `avg_pool2d`.
  public func avgPool2d(
    size: (Int, Int), stride: (Int, Int)? = nil, padding: (Int, Int) = (0, 0)
  ) -> Variable {
    if padding.0 * 2 > size.0 || padding.1 * 2 > size.1 {
      stop("avgPool2d", "the padding \(padding) is more than half of the window \(size)")
    }
    let shape = value.shape
    let windows = ImageWindows(
      over: shape, size: size, stride: stride ?? size, padding: padding, "avgPool2d")
    // Each channel is an image of its own, under a window of ones.
    let ones = Variable(.ones([1, 1, size.0, size.1]), requiresGradient: false)
    let sums = reshape([shape[0] * shape[1], 1, shape[2], shape[3]])
      .convolve2d(ones, stride: stride ?? size, padding: padding)
    return (sums / Float(size.0 * size.1))
      .reshape([shape[0], shape[1], windows.kernel.out_height, windows.kernel.out_width])
  }
}
