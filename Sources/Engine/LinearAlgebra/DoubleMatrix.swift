/// A matrix in double precision, column after column: what decompositions work on.
struct DoubleMatrix {
  let rows: Int, columns: Int
  /// Element `[row, column]` at `column * rows + row`.
  var scalars: [Double]

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    scalars = [Double](repeating: 0, count: rows * columns)
  }

  /// Stops the program for what is no matrix or has elements that are no numbers.
  init(_ tensor: Tensor, _ operation: String) {
    if tensor.rank != 2 { stop(operation, "needs a matrix, the shape is \(tensor.shape)") }
    self.init(rows: tensor.shape[0], columns: tensor.shape[1])
    let elements = tensor.scalars
    if let odd = elements.firstIndex(where: { !$0.isFinite }) {
      stop(
        operation,
        "element [\(odd / columns), \(odd % columns)] of the shape \(tensor.shape) is "
          + "\(elements[odd])")
    }
    for row in 0..<rows {
      for column in 0..<columns { self[row, column] = Double(elements[row * columns + column]) }
    }
  }

  static func identity(_ size: Int) -> DoubleMatrix {
    var matrix = DoubleMatrix(rows: size, columns: size)
    for index in 0..<size { matrix[index, index] = 1 }
    return matrix
  }

  subscript(row: Int, column: Int) -> Double {
    get { scalars[column * rows + row] }
    set { scalars[column * rows + row] = newValue }
  }

  var transposed: DoubleMatrix {
    var result = DoubleMatrix(rows: columns, columns: rows)
    for row in 0..<rows {
      for column in 0..<columns { result[column, row] = self[row, column] }
    }
    return result
  }

  /// The sum of the products of two columns, in eight partial sums.
  func product(_ left: Int, _ right: Int) -> Double {
    scalars.withUnsafeBufferPointer { scalars in
      guard let memory = scalars.baseAddress else { return 0 }
      let (a, b) = (memory + left * rows, memory + right * rows)
      var sums = SIMD8<Double>.zero
      let whole = rows - rows % 8
      for row in stride(from: 0, to: whole, by: 8) {
        let first = UnsafeRawPointer(a + row).loadUnaligned(as: SIMD8<Double>.self)
        sums += first * UnsafeRawPointer(b + row).loadUnaligned(as: SIMD8<Double>.self)
      }
      for row in whole..<rows { sums[row - whole] += a[row] * b[row] }
      let four = sums.lowHalf + sums.highHalf
      let two = four.lowHalf + four.highHalf
      return two[0] + two[1]
    }
  }

  /// The columns in the given order, each times its factor, in single precision.
  func tensor(columns order: [Int], factors: [Double]) -> Tensor {
    var elements = [Float](repeating: 0, count: rows * order.count)
    for (position, (column, factor)) in zip(order, factors).enumerated() {
      for row in 0..<rows {
        elements[row * order.count + position] = Float(self[row, column] * factor)
      }
    }
    return Tensor(shape: [rows, order.count], scalars: elements)
  }

  /// 1 or -1 for each column, so that its element of largest magnitude, the first of several,
  /// becomes positive: decompositions leave the sign open. Elements that differ by what rounding
  /// explains are equal.
  var signs: [Double] {
    (0..<columns).map { column in
      var largest = 0.0
      for row in 0..<rows {
        let element = self[row, column]
        if element.magnitude > largest.magnitude * (1 + 0x1p-30) { largest = element }
      }
      return largest < 0 ? -1 : 1
    }
  }
}
