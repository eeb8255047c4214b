/// The lower triangle L of a positive definite matrix: A = L Lᵀ.
struct CholeskyFactor: Sendable {
  let width: Int
  /// Row by row; what lies above the diagonal is not used.
  private(set) var lower: [Double]

  /// - Parameter matrix: row by row, of which the lower triangle is read.
  init(_ matrix: [Double], width: Int) {
    self.width = width
    lower = matrix
    lower.withUnsafeMutableBufferPointer { CholeskyFactor.decompose($0.baseAddress!, width) }
  }

  init(lower: [Double], width: Int) {
    self.width = width
    self.lower = lower
  }

  /// Replaces the lower triangle of a matrix by its factor.
  static func decompose(_ a: UnsafeMutablePointer<Double>, _ width: Int) {
    for row in 0..<width {
      for column in 0...row {
        var sum = a[row &* width &+ column]
        for k in 0..<column { sum -= a[row &* width &+ k] * a[column &* width &+ k] }
        a[row &* width &+ column] =
          row == column ? sum.squareRoot() : sum / a[column &* width &+ column]
      }
    }
  }

  /// Replaces b by L⁻¹ b.
  static func solveLower(
    _ l: UnsafePointer<Double>, _ b: UnsafeMutablePointer<Double>, _ width: Int
  ) {
    for row in 0..<width {
      for k in 0..<row { b[row] -= l[row &* width &+ k] * b[k] }
      b[row] /= l[row &* width &+ row]
    }
  }

  /// Replaces b by L⁻ᵀ b.
  static func solveTransposed(
    _ l: UnsafePointer<Double>, _ b: UnsafeMutablePointer<Double>, _ width: Int
  ) {
    for row in (0..<width).reversed() {
      for k in row &+ 1..<width { b[row] -= l[k &* width &+ row] * b[k] }
      b[row] /= l[row &* width &+ row]
    }
  }

  /// L⁻ᵀ b: of standard normal numbers it makes some whose precision is A.
  func solvingTransposed(_ b: [Double]) -> [Double] {
    var x = b
    x.withUnsafeMutableBufferPointer { Self.solveTransposed(lower, $0.baseAddress!, width) }
    return x
  }

  /// A⁻¹ b.
  func solving(_ b: [Double]) -> [Double] {
    var x = b
    x.withUnsafeMutableBufferPointer { Self.solveLower(lower, $0.baseAddress!, width) }
    return solvingTransposed(x)
  }

  /// A itself, row by row.
  var product: [Double] {
    var matrix = [Double](repeating: 0, count: width * width)
    for row in 0..<width {
      for column in 0..<width {
        for k in 0...min(row, column) {
          matrix[row * width + column] += lower[row * width + k] * lower[column * width + k]
        }
      }
    }
    return matrix
  }

  /// The inverse of A, row by row.
  var inverse: [Double] {
    var inverse = [Double](repeating: 0, count: width * width)
    for column in 0..<width {
      var unit = [Double](repeating: 0, count: width)
      unit[column] = 1
      let solution = solving(unit)
      for row in 0..<width { inverse[row * width + column] = solution[row] }
    }
    return inverse
  }
}
