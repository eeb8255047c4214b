import CKernels

/// A window that slides over images `[count, channels, height, width]`.
struct ImageWindows {
  let shape: [Int]
  let kernel: lectern_windows

  /// - Parameters:
  ///   - size, stride, padding: rows and columns.
  ///   - operation: who asks, for the message that stops the program.
  init(
    over shape: [Int], size: (Int, Int), stride: (Int, Int), padding: (Int, Int),
    _ operation: String
  ) {
    guard shape.count == 4 else {
      stop(operation, "needs [count, channels, height, width], the shape is \(shape)")
    }
    // Sizes beyond 32 bits would overflow below, and no image has them.
    let most = Int(Int32.max)
    guard (1...most).contains(size.0), (1...most).contains(size.1), (1...most).contains(stride.0),
      (1...most).contains(stride.1), (0...most).contains(padding.0), (0...most).contains(padding.1)
    else {
      stop(operation, "window \(size), stride \(stride) and padding \(padding) are no window")
    }
    let rows = ImageWindows.positions(shape[2], size.0, stride.0, padding.0)
    let columns = ImageWindows.positions(shape[3], size.1, stride.1, padding.1)
    guard rows > 0, columns > 0 else {
      stop(
        operation,
        "a window of \(size.0) × \(size.1) does not fit into \(shape) with a padding of \(padding)")
    }
    self.shape = shape
    kernel = lectern_windows(
      count: shape[0], channels: shape[1], height: shape[2], width: shape[3],
      window_height: size.0, window_width: size.1, row_stride: stride.0, column_stride: stride.1,
      row_padding: padding.0, column_padding: padding.1, out_height: rows, out_width: columns)
  }

  /// How many pixels of all channels a window sees.
  var patchWidth: Int { kernel.channels * kernel.window_height * kernel.window_width }

  /// Where the window can be put along an axis; less than 1 when it does not fit.
  private static func positions(_ length: Int, _ size: Int, _ stride: Int, _ padding: Int) -> Int {
    let room = length + 2 * padding - size
    return room < 0 ? 0 : room / stride + 1
  }
}
