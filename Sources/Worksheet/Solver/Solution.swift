import Display

/// How the Solver went.
public struct Solution: Sendable, Equatable {
  /// Why the Solver stopped.
  public enum StopReason: Sendable, Equatable {
    /// The last steps hardly lowered (or raised) the goal any more.
    case settled
    /// All slopes are zero: a lowest (or highest) point, or a flat place.
    case flat
    /// Every cell that could still move is held by a bound.
    case atBounds
    /// The goal has a value, but no slope: a logarithm or a power is at the edge of where it
    /// is defined. Start elsewhere.
    case noSlope
    /// No step lowers (or raises) the goal, however short.
    case noLowerValue
    /// As many steps as were allowed; more might improve the goal further.
    case stepLimit
    /// The goal is the value that was asked for.
    case reached
    /// No step brings the goal nearer to the value that was asked for.
    case outOfReach
  }

  public let goal: CellAddress
  /// The goal's value at the start and after each step.
  public let errors: [Double]
  public let reason: StopReason
  /// The largest slope at the end, without its sign: near 0 at a lowest point.
  public let steepestSlope: Double
  /// Functions such as ROUND between the cells and the goal. They move in steps and counted as
  /// constant: other steps of theirs may be better.
  public let steppedFunctions: [String]

  /// How many steps improved the goal.
  public var steps: Int { errors.count - 1 }
  /// The goal before the first step.
  public var initial: Double { errors[0] }
  /// The goal after the last step.
  public var final: Double { errors[errors.count - 1] }
}

extension Solution: Displayable, CustomStringConvertible {
  public var description: String {
    let stepped =
      steppedFunctions.isEmpty
      ? "" : "; \(steppedFunctions.joined(separator: ", ")) counted as constant"
    return "\(goal) went from \(Self.text(of: initial)) to \(Self.text(of: final)) in "
      + "\(NumberFormat.decimals(0).grouped.text(of: Double(steps))) steps; \(reasonText)\(stepped)"
  }

  /// Four digits, or all before the point.
  static func text(of number: Double) -> String {
    let isLong = (1e4..<1e15).contains(number.magnitude)
    return (isLong ? NumberFormat.decimals(0) : .significantDigits(4)).text(of: number)
  }

  private var reasonText: String {
    switch reason {
    case .settled where final > initial: "stopped because it hardly rose any more"
    case .noLowerValue where final > initial: "stopped because no step raises it"
    default: reason.description
    }
  }

  public var representations: Representations { Representations(plain: description) }
}

extension Solution.StopReason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .settled: "stopped because it hardly fell any more"
    case .flat: "stopped because every slope is zero"
    case .atBounds: "stopped because bounds hold every cell that could improve it"
    case .noSlope: "stopped where it has no slope"
    case .noLowerValue: "stopped because no step lowers it"
    case .stepLimit: "stopped at the limit of steps, before it settled"
    case .reached: "stopped because the value is reached"
    case .outOfReach: "stopped because no step brings it nearer"
    }
  }
}
