import Engine

/// What a factor model has learned, as numbers: a row of factors and a bias for each user and item.
///
///     score = offset + p_u · q_i + b_u + c_i,  with range a…z:  a + (z − a) · sigmoid(score)
public struct Factorization: Sendable {
  let offset: Double
  let range: ClosedRange<Float>?
  /// Whether a row's last column is a bias rather than 0.
  let hasBiases: Bool
  /// Rows of factors and the bias.
  let users: FactorTable
  let items: FactorTable
  /// What a user or item without ratings is taken to be.
  let typicalUser: [Double]
  let typicalItem: [Double]
}

/// A recommender whose ratings are dot products of factors: similar items and users are near in
/// direction, and newcomers can be folded in.
public protocol FactorModel: ItemScorer {
  /// Factors and biases as they are now.
  var factorization: Factorization { get }
}

extension DotProduct: FactorModel {
  /// Newcomers are taken to be as the mean user or item is, since without a mean of all ratings the
  /// biases hold the level.
  public var factorization: Factorization {
    let users = Self.table(userFactors, userBias), items = Self.table(itemFactors, itemBias)
    return Factorization(
      offset: 0, range: range, hasBiases: userBias != nil, users: users, items: items,
      typicalUser: users.meanRow, typicalItem: items.meanRow)
  }

  private static func table(_ factors: Embedding, _ bias: Embedding?) -> FactorTable {
    let weights = factors.weight.value, width = weights.shape[1]
    let scalars = weights.scalars, biases = bias?.weight.value.scalars
    var table = FactorTable(count: weights.shape[0], width: width + 1)
    for row in 0..<table.count {
      for column in 0..<width {
        table.scalars[row * (width + 1) + column] = Double(scalars[row * width + column])
      }
      if let biases { table.scalars[row * (width + 1) + width] = Double(biases[row]) }
    }
    return table
  }
}

extension FactorTable {
  /// The mean of each column.
  var meanRow: [Double] {
    (0..<width).map { column in
      (0..<count).reduce(0) { $0 + scalars[$1 * width + column] } / Double(max(count, 1))
    }
  }
}
