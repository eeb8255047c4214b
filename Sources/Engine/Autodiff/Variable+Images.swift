import CKernels

extension Variable {
  /// The cross-correlation of images with learned windows, plus a constant for each output.
  ///
  /// Images `[batch, channels, height, width]` and a weight `[outputs, channels, rows, columns]`
  /// give `[batch, outputs, (height + 2 · padding − rows) / stride + 1, …]`, as PyTorch's
  /// `conv2d`. What a window sees becomes a row, and all rows together one matrix product.
  public func convolve2d(
    _ weight: Variable, bias: Variable? = nil, stride: (Int, Int) = (1, 1),
    padding: (Int, Int) = (0, 0)
  ) -> Variable {
    let (images, shape) = (value.shape, weight.value.shape)
    guard images.count == 4, shape.count == 4, images[1] == shape[1] else {
      stop(
        "convolve2d",
        "shapes do not fit: images \(images) and weight \(shape); "
          + "[batch, channels, height, width] and [outputs, channels, rows, columns] are needed")
    }
    let windows = ImageWindows(
      over: images, size: (shape[2], shape[3]), stride: stride, padding: padding, "convolve2d")
    let kernel = weight.reshape([shape[0], windows.patchWidth])
    var result = patches(windows).matmul(kernel, transposeRight: true)
    if let bias { result = result + bias }
    let size = [images[0], windows.kernel.out_height, windows.kernel.out_width, shape[0]]
    return result.reshape(size).transpose([0, 3, 1, 2])
  }

  /// The largest element of each window of each channel.
  ///
  /// `[batch, channels, height, width]` gives
  /// `[batch, channels, (height + 2 · padding − rows) / stride + 1, …]`, as PyTorch's
  /// `max_pool2d`. The padding never wins; the gradient goes to the first of several largest.
  public func maxPool2d(
    size: (Int, Int), stride: (Int, Int)? = nil, padding: (Int, Int) = (0, 0)
  ) -> Variable {
    if padding.0 * 2 > size.0 || padding.1 * 2 > size.1 {
      stop("maxPool2d", "the padding \(padding) is more than half of the window \(size)")
    }
    let windows = ImageWindows(
      over: value.shape, size: size, stride: stride ?? size, padding: padding, "maxPool2d")
    let (largest, positions) = value.largest(of: windows)
    return recorded(largest) { $0.largestPullback(positions, windows) }
  }

  /// What each window sees, as a row: `[windows, channels · rows · columns]`.
  private func patches(_ windows: ImageWindows) -> Variable {
    recorded(value.patches(windows)) { $0.patchesPullback(windows) }
  }
}

extension Tensor {
  fileprivate func patches(_ windows: ImageWindows) -> Tensor {
    var kernel = windows.kernel
    let count = kernel.count * kernel.out_height * kernel.out_width
    return Tensor(shape: [count, windows.patchWidth], from: self) {
      lectern_patches($0, $1, &kernel)
    }
  }

  fileprivate func patchesPullback(_ windows: ImageWindows) -> Tensor {
    var kernel = windows.kernel
    return Tensor(shape: windows.shape, from: self) { lectern_patches_pullback($0, $1, &kernel) }
  }

  fileprivate func largest(of windows: ImageWindows) -> (values: Tensor, positions: [Int32]) {
    var kernel = windows.kernel
    let shape = [kernel.count, kernel.channels, kernel.out_height, kernel.out_width]
    var positions = [Int32](repeating: 0, count: Tensor.count(of: shape))
    let values = Tensor(shape: shape, from: self) { images, memory in
      positions.withUnsafeMutableBufferPointer { positions in
        guard let found = positions.baseAddress else { return }
        lectern_largest_of_windows(images, memory, found, &kernel)
      }
    }
    return (values, positions)
  }

  fileprivate func largestPullback(_ positions: [Int32], _ windows: ImageWindows) -> Tensor {
    var kernel = windows.kernel
    return Tensor(shape: windows.shape, from: self) {
      lectern_largest_of_windows_pullback($0, positions, $1, &kernel)
    }
  }
}
