import Engine

/// Draws one row of factors x given its prior and its ratings, a linear regression whose features z
/// are the other side's factors, with a 1 for the bias:
///
///     P = Λ + α Σ z zᵀ,  x ~ normal(P⁻¹ (Λ μ + α Σ t z), P⁻¹)
///
/// The target t is the rating less the other's bias, α the precision of a rating.
/// (Salakhutdinov and Mnih 2008, equations 11 to 13.)
struct PosteriorDraw {
  private let width: Int
  private var matrix: [Double]
  private var right: [Double]
  private var features: [Double]

  init(width: Int) {
    self.width = width
    matrix = [Double](repeating: 0, count: width * width)
    right = [Double](repeating: 0, count: width)
    // Of four ratings.
    features = [Double](repeating: 0, count: 4 * width)
  }

  mutating func begin(prior: NormalPrior, mean: ArraySlice<Double>) {
    matrix = prior.precision
    for row in 0..<width {
      right[row] = 0
      for k in 0..<width { right[row] += matrix[row * width + k] * mean[mean.startIndex + k] }
    }
  }

  /// Adds a row's ratings, four at a time: the matrix is then read and written a quarter as often.
  mutating func add(_ ratings: SparseRows, row: Int, others: FactorTable, precision: Double) {
    let places = ratings.places(of: row), bias = width - 1
    others.scalars.withUnsafeBufferPointer { others in
      features.withUnsafeMutableBufferPointer { z in
        for first in stride(from: places.lowerBound, to: places.upperBound, by: 4) {
          // What is missing of the last four is zeros, which change nothing.
          for k in 0..<4 * width { z[k] = 0 }
          for place in first..<min(first + 4, places.upperBound) {
            let start = (place - first) &* width
            let other = others.baseAddress! + ratings.columns[place] &* width
            for k in 0..<bias { z[start &+ k] = other[k] }
            z[start &+ bias] = 1
            let target = precision * (ratings.values[place] - other[bias])
            for k in 0..<width { right[k] += target * z[start &+ k] }
          }
          matrix.withUnsafeMutableBufferPointer {
            Self.addSquares(
              of: UnsafePointer(z.baseAddress!), precision, to: $0.baseAddress!, width)
          }
        }
      }
    }
  }

  /// Adds the products of four rows with themselves to the lower triangle.
  private static func addSquares(
    of z: UnsafePointer<Double>, _ precision: Double, to matrix: UnsafeMutablePointer<Double>,
    _ width: Int
  ) {
    let (z1, z2, z3) = (z + width, z + 2 * width, z + 3 * width)
    for i in 0..<width {
      let (s0, s1) = (precision * z[i], precision * z1[i])
      let (s2, s3) = (precision * z2[i], precision * z3[i])
      let line = matrix + i &* width
      for j in 0...i { line[j] += (s0 * z[j] + s1 * z1[j]) + (s2 * z2[j] + s3 * z3[j]) }
    }
  }

  mutating func draw(
    into result: UnsafeMutablePointer<Double>, using random: inout RandomGenerator
  ) {
    matrix.withUnsafeMutableBufferPointer { matrix in
      let l = matrix.baseAddress!
      for k in 0..<width { result[k] = right[k] }
      CholeskyFactor.decompose(l, width)
      CholeskyFactor.solveLower(l, result, width)
      for k in 0..<width { result[k] += random.standardNormal() }
      CholeskyFactor.solveTransposed(l, result, width)
    }
  }
}
