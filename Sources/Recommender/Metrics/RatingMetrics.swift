import Display
import Engine

/// What predicts ratings of pairs of user and item as plain numbers, without gradients.
///
/// A trainable `Model` of ``UserItemPairs`` needs no conformance: whatever takes a predictor takes
/// it too.
public protocol RatingPredictor {
  /// The predicted ratings, of shape `[batch]`.
  func callAsFunction(_ pairs: UserItemPairs) -> Tensor
}

extension AlternatingLeastSquares: RatingPredictor {}
extension ItemNeighbours: RatingPredictor {}

/// How far predicted ratings are off.
///
///     MSE = Σ (prediction − rating)² / n,  RMSE = √MSE,  MAE = Σ |prediction − rating| / n
///
/// Each row counts the same, as in Surprise's `accuracy` and LensKit's global RMSE; a user with many
/// rows therefore weighs more than one with few. Rows of one user are not independent, so standard
/// errors add up the rows of each user first (clusters):
///
///     SE(MSE)² = U / (U − 1) · Σ_u (Σ_i (e²_ui − MSE))² / n²
///
/// (A. C. Cameron and D. L. Miller, *A practitioner's guide to cluster-robust inference*, 2015.)
/// Without any row all figures are NaN.
public struct RatingMetrics: Sendable, Equatable {
  /// The user of each row.
  private let users: [Int32]
  /// The item of each row, to recognize the same rows in ``difference(from:)``.
  private let items: [Int32]
  /// Prediction less rating, for each row.
  public let errors: [Double]

  init(of predictions: [Double], on ratings: Ratings) {
    users = ratings.users
    items = ratings.items
    errors = zip(predictions, ratings.values).map { $0 - Double($1) }
  }

  /// How many rows were predicted.
  public var count: Int { errors.count }
  public var meanSquaredError: Double { squared.value }
  public var rootMeanSquaredError: Double { squared.value.squareRoot() }
  public var meanAbsoluteError: Double { absolute.value }

  /// The mean squared error with its standard error.
  public var squared: Estimate { clusteredMean(errors.map { $0 * $0 }) }
  /// The mean absolute error with its standard error.
  public var absolute: Estimate { clusteredMean(errors.map(\.magnitude)) }
  /// The root of the mean squared error, with SE(RMSE) = SE(MSE) / (2 · RMSE), the delta method.
  public var root: Estimate {
    let squared = squared, root = squared.value.squareRoot()
    return Estimate(
      value: root, standardError: root == 0 ? 0 : squared.standardError / (2 * root),
      count: squared.count)
  }

  /// This mean squared error less another model's on the same rows, row by row: below 0 where this
  /// model is better, and decided where the whole interval is.
  ///
  /// Stops the program unless both were measured on the same rows.
  public func difference(from other: RatingMetrics) -> Estimate {
    guard users == other.users, items == other.items else {
      stop("difference(from:)", "the two models were not measured on the same rows")
    }
    return clusteredMean(zip(errors, other.errors).map { $0 * $0 - $1 * $1 })
  }

  private func clusteredMean(_ values: [Double]) -> Estimate {
    let rows = Double(values.count)
    let mean = values.reduce(0, +) / rows
    let userCount = Int(users.max() ?? -1) + 1
    var sums = [Double](repeating: 0, count: userCount)
    var isPresent = [Bool](repeating: false, count: userCount)
    for (user, value) in zip(users, values) {
      sums[Int(user)] += value - mean
      isPresent[Int(user)] = true
    }
    let clusters = isPresent.count { $0 }
    let size = Double(clusters)
    let variance = sums.reduce(0) { $0 + $1 * $1 } * size / (size - 1) / (rows * rows)
    return Estimate(
      value: mean, standardError: clusters < 2 ? .infinity : variance.squareRoot(),
      count: clusters)
  }
}

extension RatingMetrics: Displayable {
  public var representations: Representations {
    let figures = [("MSE", squared), ("RMSE", root), ("MAE", absolute)]
    return Table(
      columns: [
        .rowHeader("metric"), Table.Column("value", decimals: 4),
        Table.Column("95 % from", decimals: 4), Table.Column("to", decimals: 4),
      ],
      rows: figures.map { [$0.0, $0.1.value, $0.1.lower, $0.1.upper] },
      caption: "over \(format(count)) ratings by \(format(squared.count)) users", limit: .none
    ).representations
  }
}
