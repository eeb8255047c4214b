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
    features = right
  }

  mutating func begin(prior: NormalPrior, mean: ArraySlice<Double>) {
    matrix = prior.precision
    for row in 0..<width {
      right[row] = 0
      for k in 0..<width { right[row] += matrix[row * width + k] * mean[mean.startIndex + k] }
    }
  }

  mutating func add(_ ratings: SparseRows, row: Int, others: FactorTable, precision: Double) {
    let bias = width - 1
    matrix.withUnsafeMutableBufferPointer { matrix in
      right.withUnsafeMutableBufferPointer { right in
        features.withUnsafeMutableBufferPointer { z in
          others.scalars.withUnsafeBufferPointer { others in
            for place in ratings.places(of: row) {
              let other = others.baseAddress! + ratings.columns[place] &* width
              for k in 0..<bias { z[k] = other[k] }
              z[bias] = 1
              let target = precision * (ratings.values[place] - other[bias])
              for i in 0..<width {
                let scaled = precision * z[i]
                for j in 0...i { matrix[i &* width &+ j] += scaled * z[j] }
                right[i] += target * z[i]
              }
            }
          }
        }
      }
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
