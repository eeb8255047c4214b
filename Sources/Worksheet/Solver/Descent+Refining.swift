/// The end of the search by the method of Broyden, Fletcher, Goldfarb and Shanno (1970), which
/// learns how the slopes bend and so copes with cells of different scales and with narrow valleys.
extension Descent {
  /// So few cells that plain descent leaves them some steps.
  var isSmall: Bool { best.count <= 20 }

  /// For few cells, unless no step was found and none promises anything; for more if plain descent
  /// has hardly moved one that bends a hundred thousand times less than others and would gain much.
  func wantsRefining(
    after reason: Solution.StopReason, _ landscape: inout Landscape
  ) -> Bool {
    guard [.settled, .noLowerValue, .stepLimit].contains(reason), best.count <= 300 else {
      return false
    }
    if isSmall, reason != .noLowerValue { return true }
    let curvatures = curvatures(&landscape)
    let largest = isSmall ? .infinity : curvatures.max() ?? 0
    let whole = (goals[0] - goals[goals.count - 1]).magnitude
    return zip(slopes, curvatures).contains { slope, curvature in
      curvature > 0 && curvature < 1e-5 * largest && slope * slope / curvature > 0.01 * whole
    }
  }

  mutating func refine(
    _ landscape: inout Landscape, attempts: Int
  ) -> Solution.StopReason? {
    var inverse = startingInverse(&landscape)
    var isFresh = true
    for _ in 0..<attempts {
      if !slopes.allSatisfy(\.isFinite) { return .noSlope }
      if isFlat { return .settled }
      if hasNoEnd { return nil }
      let (from, slopesBefore, valueBefore) = (best, slopes, value)
      guard step(along: direction(inverse), &landscape) else {
        if isFresh { return .settled }
        inverse = startingInverse(&landscape)
        isFresh = true
        continue
      }
      if valueBefore - value <= 1e-15 * value.magnitude { return .settled }
      isFresh = false
      inverse.update(
        move: zip(best, from).map { $0 - $1 }, bend: zip(slopes, slopesBefore).map { $0 - $1 })
    }
    return .stepLimit
  }

  /// Against the slopes, stretched by the inverse of how they bend; cells at a bound stay.
  private func direction(_ inverse: InverseCurvature) -> [Double] {
    let stretched = inverse.times(slopes).map { -$0 }
    let direction = zip(stretched, slopes).map { $1 == 0 ? 0 : $0 }
    let goesDown = zip(direction, slopes).map { $0 * $1 }.reduce(0, +) < 0
    return goesDown ? direction : zip(inverse.diagonal, slopes).map { -$0 * $1 }
  }

  /// Goes along `direction` as far as the goal gets better, halving the way at most 50 times.
  private mutating func step(along direction: [Double], _ landscape: inout Landscape) -> Bool {
    var length = 1.0
    for _ in 0..<50 {
      let moved = best.indices.map { limits[$0].nearest(to: best[$0] + length * direction[$0]) }
      if moved == best { return false }
      if accept(moved, &landscape) { return true }
      length /= 2
    }
    return false
  }

  private func startingInverse(_ landscape: inout Landscape) -> InverseCurvature {
    let curvatures = curvatures(&landscape)
    let largest = curvatures.max() ?? 0
    return InverseCurvature(
      diagonal: curvatures.map { $0 > 0 ? 1 / $0 : largest > 0 ? 1 / largest : 1 })
  }

  /// How fast each slope changes with its own cell, from a small move; 0 where that is not known.
  private func curvatures(_ landscape: inout Landscape) -> [Double] {
    let curvatures = best.indices.map { index in
      for direction in [1.0, -1.0] {
        var moved = best
        moved[index] += direction * 1e-4 * max(1, best[index].magnitude)
        moved[index] = limits[index].nearest(to: moved[index])
        guard moved[index] != best[index], landscape.move(to: moved) != nil else { continue }
        let change = sign * landscape.slopes[index] - slopes[index]
        let curvature = change / (moved[index] - best[index])
        return curvature.isFinite ? max(0, curvature) : 0
      }
      return 0
    }
    _ = landscape.move(to: best)
    return curvatures
  }
}

/// An estimate of the inverse of the matrix of second derivatives.
struct InverseCurvature {
  private let count: Int
  private var elements: [Double]

  init(diagonal: [Double]) {
    count = diagonal.count
    elements = [Double](repeating: 0, count: count * count)
    for index in 0..<count { elements[index * count + index] = diagonal[index] }
  }

  var diagonal: [Double] { (0..<count).map { elements[$0 * count + $0] } }

  func times(_ vector: [Double]) -> [Double] {
    (0..<count).map { row in
      (0..<count).reduce(0) { $0 + elements[row * count + $1] * vector[$1] }
    }
  }

  /// H ← (1 − ρ s yᵀ) H (1 − ρ y sᵀ) + ρ s sᵀ with ρ = 1 / yᵀs, where the slopes changed by y over
  /// the move s. Left as it is where the slopes do not rise.
  mutating func update(move: [Double], bend: [Double]) {
    let product = zip(move, bend).map { $0 * $1 }.reduce(0, +)
    guard product > 0, product.isFinite else { return }
    let stretched = times(bend)
    let scale = 1 + zip(bend, stretched).map { $0 * $1 }.reduce(0, +) / product
    for row in 0..<count {
      for column in 0..<count {
        let change =
          scale * move[row] * move[column] - stretched[row] * move[column]
          - move[row] * stretched[column]
        elements[row * count + column] += change / product
      }
    }
  }
}
