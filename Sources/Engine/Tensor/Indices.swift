import Display

/// Whole numbers that choose rows: ids of users, classes, positions.
public struct Indices: Sendable, Equatable {
  public let shape: [Int]
  /// The elements, the last axis running fastest.
  public let values: [Int32]

  /// - Parameters:
  ///   - shape: the length of each axis.
  ///   - values: as many as the shape has, the last axis running fastest.
  public init(shape: [Int], values: [Int32]) {
    if shape.contains(where: { $0 < 0 }) || Tensor.count(of: shape) != values.count {
      stop("Indices", "\(values.count) values do not fill the shape \(shape)")
    }
    self.shape = shape
    self.values = values
  }

  /// A row of indices, of shape `[count]`.
  public init(_ values: [Int]) {
    self.init(
      shape: [values.count],
      values: values.map { value in
        guard let index = Int32(exactly: value) else {
          stop("Indices", "\(value) does not fit 32 bits")
        }
        return index
      })
  }

  /// A row of indices, of shape `[count]`.
  public init(_ values: [Int32]) {
    self.init(shape: [values.count], values: values)
  }

  /// The whole numbers of a range, of shape `[count]`: `Indices(0..<ratings.userCount)`.
  public init(_ range: Range<Int>) {
    guard
      range.isEmpty
        || Int32(exactly: range.lowerBound) != nil
          && Int32(exactly: range.upperBound - 1) != nil
    else { stop("Indices", "\(range) does not fit 32 bits") }
    self.init(Array(range))
  }

  /// The whole numbers of a range, of shape `[count]`.
  public init(_ range: ClosedRange<Int>) {
    guard Int32(exactly: range.lowerBound) != nil, Int32(exactly: range.upperBound) != nil
    else { stop("Indices", "\(range) does not fit 32 bits") }
    self.init(Array(range))
  }

  public var count: Int { values.count }

  public subscript(_ position: Int) -> Int { Int(values[position]) }

  /// Stops the program unless every index is in 0..<bound.
  func check(below bound: Int, for operation: String) {
    if let wrong = values.firstIndex(where: { $0 < 0 || $0 >= bound }) {
      stop(
        operation, "index \(values[wrong]) at position \(wrong) is out of range 0..<\(bound)")
    }
  }
}

extension Indices: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Int...) { self.init(elements) }
}

extension Indices: Displayable, CustomStringConvertible {
  public var description: String {
    TensorText(shape: shape, entries: values.count) { String(values[$0]) }.text
  }

  public var representations: Representations { Representations(plain: description) }
}
