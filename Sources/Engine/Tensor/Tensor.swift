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
  /// The elements, the last axis running fastest.
  public private(set) var scalars: [Float]

  /// - Parameters:
  ///   - shape: the length of each axis.
  ///   - scalars: as many elements as the shape has, the last axis running fastest.
  public init(shape: [Int], scalars: [Float]) {
    if shape.contains(where: { $0 < 0 }) || Tensor.count(of: shape) != scalars.count {
      stop("Tensor", "\(scalars.count) scalars do not fill the shape \(shape)")
    }
    self.shape = shape
    self.scalars = scalars
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

  /// A tensor whose every element `write` sets; it gets the memory, not yet initialised.
  init(shape: [Int], _ write: (UnsafeMutablePointer<Float>) -> Void) {
    self.shape = shape
    let count = Tensor.count(of: shape)
    scalars = [Float](unsafeUninitializedCapacity: count) { buffer, written in
      if let memory = buffer.baseAddress, count > 0 { write(memory) }
      written = count
    }
  }

  /// How many axes there are.
  public var rank: Int { shape.count }

  /// How many elements there are.
  public var count: Int { scalars.count }

  /// The value of a tensor with one element.
  public var item: Float {
    if count != 1 { stop("item", "needs a tensor of one element, this has shape \(shape)") }
    return scalars[0]
  }

  /// Calls `body` with the elements, to be changed in place.
  public mutating func withUnsafeMutableScalars<Result>(
    _ body: (UnsafeMutableBufferPointer<Float>) throws -> Result
  ) rethrows -> Result {
    try scalars.withUnsafeMutableBufferPointer { try body($0) }
  }

  static func count(of shape: some Sequence<Int>) -> Int {
    shape.reduce(1, *)
  }
}

extension Tensor: Equatable {
  /// Whether shapes and elements are equal. NaN equals nothing, not even itself; 0 equals -0.
  public static func == (left: Tensor, right: Tensor) -> Bool {
    // Not the arrays' own comparison, which takes an array for equal to itself without looking.
    left.shape == right.shape
      && left.scalars.elementsEqual(right.scalars, by: { $0 == $1 })
  }
}
