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
    var penalized = matrix
    for row in 0..<width { penalized[row * width + row] += penalty }
    return CholeskyFactor(penalized, width: width).solving(right)
  }
}
