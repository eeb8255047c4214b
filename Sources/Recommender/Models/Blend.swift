import Engine

/// How much each of several models counts in a weighted mean of their predictions, fitted on ratings
/// that none of them has learned from.
///
///     let blend = Blend(of: [first, second], fitting: validation.values)
///     let better = blend([firstOnTest, secondOnTest])
///
/// The weights minimize the squared error, with or without the bound that they be 0 or more. Negative
/// weights fit no worse there, but often worse on other rows. (M. Jahrer, A. Töscher, R. Legenstein,
/// *Combining predictions for accurate recommender systems*, 2010.)
public struct Blend: Sendable, Equatable {
  /// One for each model, in their order.
  public let weights: [Double]
  /// Added to the weighted sum.
  public let constant: Double

  /// - Parameters:
  ///   - predictions: of each model for the same rows, of shape `[rows]`.
  ///   - ratings: what the rows' ratings are.
  ///   - nonNegative: whether weights have to be 0 or more.
  public init(of predictions: [Tensor], fitting ratings: [Float], nonNegative: Bool = true) {
    Self.check(predictions, count: ratings.count)
    let columns = predictions.map { $0.scalars.map(Double.init) }
    let targets = ratings.map(Double.init)
    let centres = columns.map(Self.mean)
    let level = Self.mean(targets)
    let problem = BlendProblem(
      zip(columns, centres).map { column, centre in column.map { $0 - centre } },
      targets: targets.map { $0 - level })
    weights = nonNegative ? problem.nonNegativeSolution : problem.solution
    constant = level - zip(weights, centres).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func mean(_ numbers: [Double]) -> Double {
    numbers.reduce(0, +) / Double(numbers.count)
  }

  private static func check(_ predictions: [Tensor], count: Int) {
    if predictions.isEmpty { stop("Blend", "there are no predictions to blend") }
    if count == 0 { stop("Blend", "there are no ratings to fit the weights to") }
    for (model, tensor) in predictions.enumerated() {
      if tensor.shape != [count] {
        stop(
          "Blend",
          "the predictions of model \(model) have the shape \(tensor.shape), not [\(count)]")
      }
      if let odd = tensor.scalars.firstIndex(where: { !$0.isFinite }) {
        stop("Blend", "model \(model) predicts \(tensor.scalars[odd]) in row \(odd)")
      }
    }
  }

  /// The blended predictions, of shape `[rows]`.
  ///
  /// - Parameter predictions: of the same models in the same order, each of shape `[rows]`.
  public func callAsFunction(_ predictions: [Tensor]) -> Tensor {
    if predictions.count != weights.count {
      stop("Blend", "there are \(weights.count) weights for \(predictions.count) models")
    }
    Self.check(predictions, count: predictions[0].count)
    var sums = [Double](repeating: constant, count: predictions[0].count)
    for (weight, tensor) in zip(weights, predictions) {
      for (row, value) in tensor.scalars.enumerated() { sums[row] += weight * Double(value) }
    }
    return Tensor(sums.map { Float($0) })
  }
}

/// Least squares on centred columns.
private struct BlendProblem {
  private let columns: [[Double]]
  private let products: [[Double]]
  private let right: [Double]

  init(_ columns: [[Double]], targets: [Double]) {
    func product(_ left: [Double], _ right: [Double]) -> Double {
      zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }
    self.columns = columns
    products = columns.map { left in columns.map { product(left, $0) } }
    right = columns.map { product($0, targets) }
  }

  var solution: [Double] { solution(Array(columns.indices)) }

  /// Of some columns; a trace of a penalty decides between columns that are multiples of each other.
  private func solution(_ chosen: [Int]) -> [Double] {
    let size = chosen.map { products[$0][$0] }.max() ?? 0
    if size == 0 { return chosen.map { _ in 0 } }
    let penalty = size * 1e-10
    let matrix = chosen.flatMap { row in
      chosen.map { products[row][$0] + (row == $0 ? penalty : 0) }
    }
    let factor = CholeskyFactor(matrix, width: chosen.count)
    return factor.solving(chosen.map { right[$0] })
  }

  /// Lawson and Hanson's active set, *Solving least squares problems*, 1974, chapter 23.
  var nonNegativeSolution: [Double] {
    var weights = [Double](repeating: 0, count: columns.count)
    var free: [Int] = []
    // No set of free weights comes twice, since each lowers the error; the bound is for rounding.
    for _ in 0..<10 * (columns.count + 1) {
      let gains = columns.indices.map { column in
        right[column] - columns.indices.reduce(0) { $0 + products[column][$1] * weights[$1] }
      }
      let best = columns.indices.filter { column in
        !free.contains(column) && gains[column] > 1e-9 * products[column][column].squareRoot()
      }.max { gains[$0] < gains[$1] }
      guard let best else { break }
      free = (free + [best]).sorted()
      settle(&weights, &free)
    }
    return weights
  }

  /// Goes towards the best weights of the free columns as far as all stay positive.
  private func settle(_ weights: inout [Double], _ free: inout [Int]) {
    while !free.isEmpty {
      let wanted = solution(free)
      let blocked = free.indices.filter { wanted[$0] <= 0 }
      if blocked.isEmpty {
        for (place, column) in free.enumerated() { weights[column] = wanted[place] }
        return
      }
      let steps = blocked.map { weights[free[$0]] / (weights[free[$0]] - wanted[$0]) }
      let step = steps.min()!.isFinite ? steps.min()! : 0
      for (place, column) in free.enumerated() {
        weights[column] += step * (wanted[place] - weights[column])
      }
      let leaving = Set(zip(blocked, steps).filter { !($0.1 > step) }.map { free[$0.0] })
      for column in leaving.sorted() { weights[column] = 0 }
      free.removeAll { leaving.contains($0) }
    }
  }
}
