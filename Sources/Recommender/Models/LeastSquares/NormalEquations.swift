/// Linear least squares with a penalty on the solution's size, in double precision:
///
///     (Σ weight · z zᵀ + penalty · I) x = Σ target · z
struct NormalEquations {
  private let width: Int
  /// The lower triangle, row by row.
  private var matrix: [Double]
  private var right: [Double]

  init(width: Int) {
    self.width = width
    matrix = [Double](repeating: 0, count: width * width)
    right = [Double](repeating: 0, count: width)
  }

  mutating func add(_ features: ArraySlice<Double>, weight: Double, target: Double) {
    features.withUnsafeBufferPointer { z in
      matrix.withUnsafeMutableBufferPointer { matrix in
        for row in 0..<width {
          let factor = weight * z[row]
          for column in 0...row { matrix[row * width + column] += factor * z[column] }
        }
      }
      for row in 0..<width { right[row] += target * z[row] }
    }
  }

  /// Adds to the right-hand side alone.
  mutating func add(target: [Double]) {
    for row in 0..<width { right[row] += target[row] }
  }

  /// The solution, by Cholesky's decomposition.
  ///
  /// - Parameter penalty: positive, so that there is exactly one solution.
  func solution(penalty: Double) -> [Double] {
    var lower = matrix
    var x = right
    lower.withUnsafeMutableBufferPointer { lower in
      for row in 0..<width {
        lower[row * width + row] += penalty
        for column in 0...row {
          var sum = lower[row * width + column]
          for k in 0..<column { sum -= lower[row * width + k] * lower[column * width + k] }
          lower[row * width + column] =
            row == column ? sum.squareRoot() : sum / lower[column * width + column]
        }
      }
      for row in 0..<width {
        for k in 0..<row { x[row] -= lower[row * width + k] * x[k] }
        x[row] /= lower[row * width + row]
      }
      for row in (0..<width).reversed() {
        for k in row + 1..<width { x[row] -= lower[k * width + row] * x[k] }
        x[row] /= lower[row * width + row]
      }
    }
    return x
  }
}
