import Display

/// How the Solver went.
public struct Solution: Sendable, Equatable {
  /// Why the Solver stopped.
  public enum StopReason: Sendable, Equatable {
    /// The last steps hardly lowered the goal any more.
    case settled
    /// All slopes are zero: a lowest point, or a flat place.
    case flat
    /// The goal has a value, but no slope: a logarithm or a power stands at the edge of where it
    /// is defined. Start elsewhere.
    case noSlope
    /// No step lowers the goal, however short.
    case noLowerValue
    /// As many steps as were allowed; more might lower the goal further.
    case stepLimit
  }

  public let goal: CellAddress
  /// The goal's value at the start and after each step.
  public let errors: [Double]
  public let reason: StopReason
  /// The largest slope at the end, without its sign: near 0 at a lowest point.
  public let steepestSlope: Double

  /// How many steps lowered the goal.
  public var steps: Int { errors.count - 1 }
  /// The goal before the first step.
  public var initial: Double { errors[0] }
  /// The goal after the last step.
  public var final: Double { errors[errors.count - 1] }
}

extension Solution: Displayable, CustomStringConvertible {
  public var description: String {
    let format = NumberFormat.significantDigits(4)
    return "\(goal) went from \(format.text(of: initial)) to \(format.text(of: final)) in "
      + "\(NumberFormat.decimals(0).grouped.text(of: Double(steps))) steps; \(reason)"
  }

  public var representations: Representations { Representations(plain: description) }
}

extension Solution.StopReason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .settled: "stopped because it hardly fell any more"
    case .flat: "stopped because every slope is zero"
    case .noSlope: "stopped where it has no slope"
    case .noLowerValue: "stopped because no step lowers it"
    case .stepLimit: "stopped at the limit of steps, before it settled"
    }
  }
}
