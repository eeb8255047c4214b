// Tensors from Swift's own numbers, and rows of evenly spaced ones. Literals, `Tensor([1, .nan])`,
// are floats: the others are disfavoured, so that they stay unambiguous.
extension Tensor {
  /// A row of whole numbers, of shape `[count]`. Beyond 2²⁴ a `Float` holds not every one; the
  /// nearest is taken.
  @_disfavoredOverload
  public init(_ row: [Int]) { self.init(row.map(Float.init)) }

  /// A row of numbers, each rounded to the nearest `Float`.
  @_disfavoredOverload
  public init(_ row: [Double]) { self.init(row.map { Float($0) }) }

  /// A matrix from its rows, which must be equally long.
  @_disfavoredOverload
  public init(_ rows: [[Int]]) { self.init(rows.map { $0.map(Float.init) }) }

  /// A matrix from its rows, which must be equally long.
  @_disfavoredOverload
  public init(_ rows: [[Double]]) { self.init(rows.map { $0.map { Float($0) } }) }

  /// Matrices of one shape, `[count, rows, columns]`.
  @_disfavoredOverload
  public init(_ matrices: [[[Float]]]) { self = .stack(matrices.map { Tensor($0) }) }

  /// The whole numbers of a range, of shape `[count]`.
  public init(_ range: Range<Int>) { self.init(range.map(Float.init)) }

  /// The whole numbers of a range, of shape `[count]`.
  public init(_ range: ClosedRange<Int>) { self.init(range.map(Float.init)) }

  /// `start`, start + step and so on, as long as it is below `end` (above it, if `step` is
  /// negative). NumPy and PyTorch: `arange`.
  public static func range(from start: Float, to end: Float, by step: Float) -> Tensor {
    let steps = ((Double(end) - Double(start)) / Double(step)).rounded(.up)
    guard step != 0, steps.isFinite else {
      stop("range", "there is no way from \(start) to \(end) in steps of \(step)")
    }
    if steps > 0x1p46 { stopWithoutMemory(for: [Int(exactly: steps) ?? .max]) }
    return Tensor(shape: [Swift.max(0, Int(steps))]) { memory in
      for index in 0..<Swift.max(0, Int(steps)) {
        memory[index] = Float(Double(start) + Double(index) * Double(step))
      }
    }
  }

  /// `count` evenly spaced numbers from `start` to `end`, both included.
  public static func linspace(from start: Float, through end: Float, count: Int) -> Tensor {
    if count < 0 || !start.isFinite || !end.isFinite {
      stop("linspace", "there are no \(count) numbers from \(start) to \(end)")
    }
    let step = (Double(end) - Double(start)) / Double(Swift.max(1, count - 1))
    return Tensor(shape: [count]) { memory in
      for index in 0..<count {
        memory[index] =
          index > 0 && index == count - 1 ? end : Float(Double(start) + Double(index) * step)
      }
    }
  }

  /// The matrix with ones on the diagonal, zeros elsewhere. NumPy and PyTorch: `eye`.
  public static func identity(_ size: Int) -> Tensor {
    var result = zeros([size, size])
    result.withUnsafeMutableScalars { scalars in
      for index in 0..<size { scalars[index * (size + 1)] = 1 }
    }
    return result
  }
}

extension Tensor {
  /// The inner product of two rows of numbers of the same length, of shape `[]`.
  public func dot(_ other: Tensor) -> Tensor {
    if rank != 1 || shape != other.shape {
      stop("dot", "needs two rows of the same length, got \(shape) and \(other.shape)")
    }
    return dotRows(other)
  }

  /// The product of each element of a row with each of another: `[rows]` and `[columns]` give
  /// `[rows, columns]`.
  public func outer(_ other: Tensor) -> Tensor {
    if rank != 1 || other.rank != 1 {
      stop("outer", "needs two rows of numbers, got shapes \(shape) and \(other.shape)")
    }
    return reshape([count, 1]) * other
  }
}
