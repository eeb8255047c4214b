import Display

/// A block of numbers: a scalar, a row, a matrix or more, in single precision.
///
/// ```swift
/// let ratings: Tensor = [[5, 3, 4], [1, 2, 5]]
/// let centred = ratings - ratings.mean(axis: 1, keepDimension: true)
/// ```
///
/// A tensor is a value: copies share memory until one of them is changed, and operations give
/// new tensors. Operators broadcast as NumPy's do: shapes are aligned at their last axis, and an
/// axis of length 1 repeats. A mistake in shapes stops the program with a message that names
/// the operation and the shapes.
///
/// Results have the same bits on every machine and for any number of threads.
public struct Tensor: Sendable {
  /// The length of each axis; `[rows, columns]` for a matrix, `[]` for a single number.
  public let shape: [Int]
  /// How many elements there are.
  public let count: Int
  /// Where the elements are, the last axis running fastest.
  var storage: TensorStorage

  /// - Parameters:
  ///   - shape: the length of each axis.
  ///   - scalars: as many elements as the shape has, the last axis running fastest.
  public init(shape: [Int], scalars: [Float]) {
    if shape.contains(where: { $0 < 0 }) || Tensor.count(of: shape) != scalars.count {
      stop("Tensor", "\(scalars.count) scalars do not fill the shape \(shape)")
    }
    self.init(shape: shape) { memory in
      scalars.withUnsafeBufferPointer { memory.update(from: $0.baseAddress!, count: $0.count) }
    }
  }

  /// A single number, of shape `[]`.
  public init(_ scalar: Float) {
    self.init(shape: [], scalars: [scalar])
  }

  /// A row of numbers, of shape `[count]`.
  public init(_ row: [Float]) {
    self.init(shape: [row.count], scalars: row)
  }

  /// A matrix from its rows, which must be equally long.
  public init(_ rows: [[Float]]) {
    let width = rows.first?.count ?? 0
    if let odd = rows.firstIndex(where: { $0.count != width }) {
      stop("Tensor", "row \(odd) has \(rows[odd].count) elements, row 0 has \(width)")
    }
    self.init(shape: [rows.count, width], scalars: rows.flatMap { $0 })
  }

  /// A tensor of elements that are there already.
  init(shape: [Int], count: Int, storage: TensorStorage) {
    self.shape = shape
    self.count = count
    self.storage = storage
  }

  /// How many axes there are.
  public var rank: Int { shape.count }

  /// A copy of the elements, the last axis running fastest.
  public var scalars: [Float] { withUnsafeScalars { Array($0) } }

  /// The value of a tensor with one element.
  public var item: Float {
    if count != 1 { stop("item", "needs a tensor of one element, this has shape \(shape)") }
    return storage.elements[0]
  }

  // Not one function for all sequences: called from other files it would not be specialised, and
  // every operation counts.
  static func count(of shape: [Int]) -> Int {
    var count = 1
    for length in shape {
      let product = count.multipliedReportingOverflow(by: length)
      if product.overflow { return hugeCount(of: shape[...]) }
      count = product.partialValue
    }
    return count
  }

  static func count(of shape: ArraySlice<Int>) -> Int {
    var count = 1
    for length in shape {
      let product = count.multipliedReportingOverflow(by: length)
      if product.overflow { return hugeCount(of: shape) }
      count = product.partialValue
    }
    return count
  }

  /// The lengths multiply to more than an integer holds: nothing if one of them is 0.
  private static func hugeCount(of shape: ArraySlice<Int>) -> Int {
    if shape.contains(0) { return 0 }
    stopWithoutMemory(for: Array(shape))
  }

  /// Stops the program where a shape has a negative length or asks for more than there is.
  static func stopWithoutMemory(for shape: [Int]) -> Never {
    if let length = shape.first(where: { $0 < 0 }) {
      stop("Tensor", "the shape \(shape) has a negative length, \(length)")
    }
    // In double precision, which holds any product.
    let bytes = shape.reduce(Double(MemoryLayout<Float>.size)) { $0 * Double($1) }
    let size = bytes < 0x1p60 ? "\(Int(bytes))" : NumberFormat.exponent(2).text(of: bytes)
    stop("Tensor", "no memory for a tensor of shape \(shape), \(size) bytes")
  }
}

extension Tensor: Equatable {
  /// Whether shapes and elements are equal. NaN equals nothing, not even itself; 0 equals -0.
  public static func == (left: Tensor, right: Tensor) -> Bool {
    left.shape == right.shape
      && left.withUnsafeScalars { left in
        right.withUnsafeScalars { left.elementsEqual($0, by: { $0 == $1 }) }
      }
  }
}
