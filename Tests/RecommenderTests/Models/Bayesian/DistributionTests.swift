import Engine
import Testing

@testable import Recommender

/// Means over many draws beside the distributions' own. A bound is about five standard errors.
struct DistributionTests {
  @Test(arguments: [(0.5, 0.5), (1, 2), (7.5, 3), (400, 0.25)])
  func gamma(shape: Double, rate: Double) {
    var random = RandomGenerator(seed: 1)
    let draws = (0..<40_000).map { _ in random.gamma(shape: shape, rate: rate) }
    let mean = draws.reduce(0, +) / 40_000
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 40_000
    let exact = shape / (rate * rate)
    #expect(abs(mean - shape / rate) < 5 * (exact / 40_000).squareRoot())
    // The fourth moment about the mean is (3 + 6 / shape) times the variance's square.
    #expect(abs(variance / exact - 1) < 5 * ((2 + 6 / shape) / 40_000).squareRoot())
  }

  /// The mean is degrees · V, an element's variance degrees · (v_ij² + v_ii v_jj).
  @Test func wishart() {
    let v = [2.0, 0.6, 0.6, 1.0]
    let scale = CholeskyFactor(v, width: 2)
    var random = RandomGenerator(seed: 2)
    let count = 20_000.0
    var sums = [0.0, 0, 0, 0], squares = sums
    for _ in 0..<Int(count) {
      let draw = NormalPrior.wishart(scale: scale, degrees: 5, using: &random)
      for k in 0..<4 {
        sums[k] += draw[k]
        squares[k] += draw[k] * draw[k]
      }
    }
    for k in 0..<4 {
      let mean = sums[k] / count, variance = squares[k] / count - mean * mean
      let exact = 5 * (v[k] * v[k] + v[k / 2 * 3] * v[k % 2 * 3])
      #expect(abs(mean - 5 * v[k]) < 5 * (exact / count).squareRoot())
      #expect(abs(variance / exact - 1) < 0.12)
    }
  }

  @Test func cholesky() {
    let matrix = [4.0, 2, 0.4, 2, 5, 1, 0.4, 1, 3]
    let factor = CholeskyFactor(matrix, width: 3)
    #expect(difference([factor.product], [matrix]) < 1e-14)
    let inverse = factor.inverse
    var identity = [Double](repeating: 0, count: 9)
    for row in 0..<3 {
      for column in 0..<3 {
        for k in 0..<3 {
          identity[row * 3 + column] += matrix[row * 3 + k] * inverse[k * 3 + column]
        }
      }
    }
    #expect(difference([identity], [NormalPrior.identity(3)]) < 1e-14)
  }

  /// Four rows; the expectations are those that Tests/Reference/bayesian_figures.py prints.
  @Test func normalWishart() {
    let rows = FactorTable([[1, 2], [0, 1], [3, 1], [2, -1]], width: 2)
    var random = RandomGenerator(seed: 3)
    var precision = [0.0, 0, 0, 0], mean = [0.0, 0]
    for _ in 0..<20_000 {
      var prior = NormalPrior(width: 2)
      prior.draw(given: rows, extraScatter: [0, 0, 0, 0], extraCount: 0, using: &random)
      for k in 0..<4 { precision[k] += prior.precision[k] / 20_000 }
      for k in 0..<2 { mean[k] += prior.mean[k] / 20_000 }
    }
    #expect(difference([precision], [[2.0 / 3, 0, 0, 12.0 / 13]]) < 0.025)
    #expect(difference([mean], [[1, 0.5]]) < 0.03)
  }

  /// One user's row given three ratings, beside a dense solution by NumPy (bayesian_figures.py).
  @Test func posterior() {
    let others = FactorTable([[1, 0.1], [-0.5, 0.4], [2, -0.3]], width: 2)
    let ratings = SparseRows(
      RowGroups([0, 0, 0], count: 1), columns: [0, 1, 2], values: [1, -1, 0.5])
    var random = RandomGenerator(seed: 4)
    var draw = PosteriorDraw(width: 2), row = [0.0, 0]
    var sums = [0.0, 0], products = [0.0, 0, 0, 0]
    let count = 40_000.0
    for _ in 0..<Int(count) {
      draw.begin(prior: .tilted, mean: [0.3, -0.2])
      draw.add(ratings, row: 0, others: others, precision: 1.5)
      row.withUnsafeMutableBufferPointer { draw.draw(into: $0.baseAddress!, using: &random) }
      for i in 0..<2 {
        sums[i] += row[i] / count
        for j in 0..<2 { products[i * 2 + j] += row[i] * row[j] / count }
      }
    }
    let covariance = (0..<4).map { products[$0] - sums[$0 / 2] * sums[$0 % 2] }
    #expect(difference([sums], [[0.7572413793, -0.5124137931]]) < 0.013)
    #expect(
      difference([covariance], [[0.1517241379, -0.1172413793, -0.1172413793, 0.2724137931]]) < 0.01)
  }
}

extension NormalPrior {
  fileprivate static let tilted = NormalPrior(precision: [2, 0.5, 0.5, 1], width: 2)
}
