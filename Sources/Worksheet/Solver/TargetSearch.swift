/// The Solver's search for a given value: Newton's method along the slopes, with shorter steps
/// where the full one does not bring the goal nearer.
struct TargetSearch {
  let solver: Solver
  let target: Double
  private let limits: [ClosedRange<Double>]
  private(set) var best: [Double]
  /// The goal at the start and after each step that was kept.
  private(set) var goals: [Double]
  private var slopes: [Double]

  init(solver: Solver, landscape: Landscape, target: Double) {
    self.solver = solver
    self.target = target
    limits = solver.limits(of: landscape.cells)
    best = landscape.start
    goals = [landscape.value]
    slopes = landscape.slopes
  }

  var steepestSlope: Double { slopes.map(\.magnitude).max() ?? 0 }

  private var miss: Double { goals[goals.count - 1] - target }

  mutating func run(_ landscape: inout Landscape) -> Solution.StopReason {
    for _ in 0..<solver.maximumSteps {
      if FifteenDigits.agree(goals[goals.count - 1], target) { return .reached }
      if !slopes.allSatisfy(\.isFinite) { return .noSlope }
      let direction = direction
      if direction.allSatisfy({ $0 == 0 }) {
        if isClose { return .reached }
        let blocked = zip(slopes, zip(best, limits)).contains {
          $0 != 0 && $1.1.blocks($1.0, slope: $0 * miss)
        }
        if blocked { return .outOfReach }
        if !nudge(&landscape) { return .flat }
      } else if !step(along: direction, &landscape) {
        return isClose ? .reached : .outOfReach
      }
    }
    return isClose ? .reached : .stepLimit
  }

  /// Near enough for what rounding leaves.
  private var isClose: Bool {
    miss.magnitude <= 1e-9 * max(target.magnitude, (goals[0] - target).magnitude)
  }

  /// The smallest change that would meet the target if the goal were linear, where a change counts
  /// by the size of its cell. Cells at a bound that they would leave stay.
  private var direction: [Double] {
    let free = best.indices.map { index in
      limits[index].blocks(best[index], slope: slopes[index] * miss) ? 0 : slopes[index]
    }
    let sizes = best.map { $0 == 0 ? 1 : $0.magnitude }
    let felt = zip(free, sizes).map { $0 * $1 }
    let total = felt.map { $0 * $0 }.reduce(0, +)
    guard total > 0, total.isFinite else { return best.map { _ in 0 } }
    return zip(felt, sizes).map { -miss * $0 / total * $1 }
  }

  private mutating func step(along direction: [Double], _ landscape: inout Landscape) -> Bool {
    var length = 1.0
    for _ in 0..<60 {
      let moved = best.indices.map { limits[$0].nearest(to: best[$0] + length * direction[$0]) }
      if moved == best { return false }
      if accept(moved, &landscape) { return true }
      length /= 2
    }
    return false
  }

  /// Away from a place where every slope is 0, such as A1^2 at 0.
  private mutating func nudge(_ landscape: inout Landscape) -> Bool {
    for direction in [1e-3, -1e-3] {
      let moved = best.indices.map {
        limits[$0].nearest(to: best[$0] + direction * max(1, best[$0].magnitude))
      }
      if accept(moved, &landscape) { return true }
    }
    return false
  }

  private mutating func accept(_ moved: [Double], _ landscape: inout Landscape) -> Bool {
    guard let goal = landscape.move(to: moved), (goal - target).magnitude < miss.magnitude else {
      return false
    }
    best = moved
    goals.append(goal)
    slopes = landscape.slopes
    return true
  }
}
