import CKernels
import Engine

/// What the factors of all users (or all items) are like: normally distributed about a mean, with a
/// precision matrix. Both are unknown themselves, with a normal-Wishart prior.
struct NormalPrior: Sendable {
  let width: Int
  private(set) var mean: [Double]
  /// The inverse of the covariance matrix, row by row.
  private(set) var precision: [Double]
  /// Of the precision.
  private(set) var factor: CholeskyFactor

  /// How many rows of factors the prior's mean of 0 counts as.
  static let meanStrength = 2.0

  init(width: Int) { self.init(precision: Self.identity(width), width: width) }

  /// With the mean 0.
  init(precision: [Double], width: Int) {
    self.width = width
    mean = [Double](repeating: 0, count: width)
    self.precision = precision
    factor = CholeskyFactor(precision, width: width)
  }

  static func identity(_ width: Int) -> [Double] {
    (0..<width * width).map { $0 / width == $0 % width ? 1 : 0 }
  }

  /// Draws mean and precision given the rows of factors.
  ///
  ///     Λ ~ Wishart((I + S + n·m / (n + m) · x̄ x̄ᵀ + E)⁻¹, width + n + extra)
  ///     μ ~ normal(n·x̄ / (n + m), ((n + m) Λ)⁻¹)
  ///
  /// S is the rows' scatter about their mean x̄, m the strength of the prior's mean. (R.
  /// Salakhutdinov and A. Mnih, *Bayesian probabilistic matrix factorization using Markov chain
  /// Monte Carlo*, 2008, equation 14, with their ν₀ = width, W₀ = I, β₀ = 2.)
  ///
  /// - Parameters:
  ///   - extraScatter: E, of other vectors that share the precision.
  ///   - extraCount: how many these are.
  mutating func draw(
    given rows: FactorTable, extraScatter: [Double], extraCount: Int,
    using random: inout RandomGenerator
  ) {
    let n = Double(rows.count), m = Self.meanStrength
    let (average, scatter) = rows.moments
    var inverseScale = Self.identity(width)
    for row in 0..<width {
      for column in 0..<width {
        let place = row * width + column
        inverseScale[place] += scatter[place] + extraScatter[place]
        inverseScale[place] += n * m / (n + m) * average[row] * average[column]
      }
    }
    let scale = CholeskyFactor(inverseScale, width: width).inverse
    precision = Self.wishart(
      scale: CholeskyFactor(scale, width: width), degrees: width + rows.count + extraCount,
      using: &random)
    factor = CholeskyFactor(precision, width: width)
    let deviation = factor.solvingTransposed((0..<width).map { _ in random.standardNormal() })
    mean = (0..<width).map {
      n * average[$0] / (n + m) + deviation[$0] / (n + m).squareRoot()
    }
  }

  /// A matrix from Wishart's distribution, whose mean is degrees · scale, by Bartlett's
  /// decomposition: L A Aᵀ Lᵀ with A lower triangular, χ² numbers' roots on its diagonal and
  /// standard normal numbers below.
  static func wishart(
    scale: CholeskyFactor, degrees: Int, using random: inout RandomGenerator
  ) -> [Double] {
    let width = scale.width
    var a = [Double](repeating: 0, count: width * width)
    for row in 0..<width {
      for column in 0..<row { a[row * width + column] = random.standardNormal() }
      let chiSquare = random.gamma(shape: Double(degrees - row) / 2, rate: 0.5)
      a[row * width + row] = chiSquare.squareRoot()
    }
    var product = [Double](repeating: 0, count: width * width)
    for row in 0..<width {
      for column in 0...row {
        for k in column...row {
          product[row * width + column] += scale.lower[row * width + k] * a[k * width + column]
        }
      }
    }
    return CholeskyFactor(lower: product, width: width).product
  }
}

extension FactorTable {
  /// The mean of the rows, and the sum of the products of their deviations from it.
  fileprivate var moments: (mean: [Double], scatter: [Double]) {
    var mean = [Double](repeating: 0, count: width)
    for row in 0..<count { for k in 0..<width { mean[k] += scalars[row * width + k] } }
    for k in 0..<width { mean[k] /= Double(max(count, 1)) }
    var scatter = [Double](repeating: 0, count: width * width)
    scatter.withUnsafeMutableBufferPointer { scatter in
      scalars.withUnsafeBufferPointer { scalars in
        mean.withUnsafeBufferPointer { mean in
          for row in 0..<count {
            let x = scalars.baseAddress! + row &* width
            for i in 0..<width {
              let deviation = x[i] - mean[i]
              for j in 0..<width {
                scatter[i &* width &+ j] += deviation * (x[j] - mean[j])
              }
            }
          }
        }
      }
    }
    return (mean, scatter)
  }
}
