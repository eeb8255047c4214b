/// The plane rotation that makes a pair of columns or rows orthogonal.
///
/// (Golub and Van Loan, *Matrix computations*, 4th edition, section 8.5.)
struct JacobiRotation {
  let cosine: Double, sine: Double

  /// The rotation that makes the matrix `[[first, mixed], [mixed, second]]` diagonal, by the
  /// smaller of the two possible angles.
  init(first: Double, mixed: Double, second: Double) {
    let ratio = (second - first) / (2 * mixed)
    let tangent = (ratio < 0 ? -1 : 1) / (ratio.magnitude + (1 + ratio * ratio).squareRoot())
    cosine = 1 / (1 + tangent * tangent).squareRoot()
    sine = cosine * tangent
  }

  /// Turns two columns of a matrix.
  func turnColumns(_ left: Int, _ right: Int, of matrix: inout DoubleMatrix) {
    let rows = matrix.rows
    turn(&matrix.scalars, from: left * rows, and: right * rows, step: 1, count: rows)
  }

  /// Turns two rows of a matrix.
  func turnRows(_ upper: Int, _ lower: Int, of matrix: inout DoubleMatrix) {
    turn(&matrix.scalars, from: upper, and: lower, step: matrix.rows, count: matrix.columns)
  }

  private func turn(
    _ scalars: inout [Double], from first: Int, and second: Int, step: Int, count: Int
  ) {
    scalars.withUnsafeMutableBufferPointer { scalars in
      for index in 0..<count {
        let (a, b) = (scalars[first + index * step], scalars[second + index * step])
        scalars[first + index * step] = cosine * a - sine * b
        scalars[second + index * step] = sine * a + cosine * b
      }
    }
  }
}

/// Goes through all pairs of 0..<count, again and again, until `turn` has found none to turn.
enum JacobiSweeps {
  /// Convergence is quadratic: ten sweeps are many.
  private static let most = 60

  /// - Parameter turn: whether the pair needed a rotation.
  static func run(_ count: Int, turn: (_ first: Int, _ second: Int) -> Bool) {
    for _ in 0..<most {
      var isDone = true
      for first in 0..<count {
        for second in (first + 1)..<max(first + 1, count) where turn(first, second) {
          isDone = false
        }
      }
      if isDone { return }
    }
  }
}
