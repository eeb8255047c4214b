/// All arithmetic that leads from the Solver's cells to its goal, in the order of computing: one
/// operation a line. Forwards it gives the goal's value, backwards its slope along every changing
/// cell: the chain rule, applied once a line (reverse mode).
struct Tape {
  private(set) var operations: [ScalarOperation] = []
  private(set) var lefts: [Int32] = []
  private(set) var rights: [Int32] = []
  private(set) var values: [Double] = []
  private(set) var decisions: [Decision] = []
  /// Something was computed from a changing cell that a tape cannot hold, such as a text: the
  /// formulas must be evaluated again after each step.
  private(set) var isOneTimeOnly = false
  /// The functions through which something moves in steps, as with ROUND.
  private(set) var steppedBy: [String] = []

  /// A comparison that chose what to compute, as in `IF(A1>0, …)`. The tape holds only while all
  /// its comparisons come out the same.
  struct Decision {
    var left: Int32
    var right: Int32
    /// `nil` for an order by size, in which no rounding is forgiven: left ≤ right.
    var comparison: BinaryOperator?
    var outcome: Bool

    func holds(_ left: Double, _ right: Double) -> Bool {
      (comparison?.holds(left, right) ?? (left <= right)) == outcome
    }
  }

  /// A number that computing starts from. The Solver's cells are given first.
  mutating func give(_ value: Double) -> Int32 {
    append(.given, 0, 0, value)
  }

  mutating func record(
    _ operation: ScalarOperation, _ left: Quantity, _ right: Quantity,
    value: Double
  ) -> Int32 {
    let (left, right) = (line(of: left), line(of: right))
    return append(operation, left, right, value)
  }

  mutating func record(
    _ comparison: BinaryOperator?, _ left: Quantity, _ right: Quantity, outcome: Bool
  ) {
    let (left, right) = (line(of: left), line(of: right))
    decisions.append(
      Decision(left: left, right: right, comparison: comparison, outcome: outcome))
  }

  mutating func markOneTimeOnly() { isOneTimeOnly = true }

  mutating func markStepped(by function: String) {
    isOneTimeOnly = true
    if !steppedBy.contains(function) { steppedBy.append(function) }
  }

  private mutating func line(of quantity: Quantity) -> Int32 {
    quantity.line ?? give(quantity.value.number ?? 0)
  }

  private mutating func append(
    _ operation: ScalarOperation, _ left: Int32, _ right: Int32, _ value: Double
  ) -> Int32 {
    operations.append(operation)
    lefts.append(left)
    rights.append(right)
    values.append(value)
    return Int32(operations.count - 1)
  }

  /// Computes all lines for new values of the first ones.
  ///
  /// - Returns: `false` if a comparison came out differently: the tape must be recorded again.
  mutating func forward(_ given: [Double]) -> Bool {
    values.replaceSubrange(0..<given.count, with: given)
    values.withUnsafeMutableBufferPointer { values in
      for line in given.count..<operations.count where operations[line] != .given {
        values[line] = operations[line].value(
          values[Int(lefts[line])], values[Int(rights[line])])
      }
    }
    return decisions.allSatisfy {
      $0.holds(values[Int($0.left)], values[Int($0.right)])
    }
  }

  /// How fast the value of line `goal` changes with each of the first `count` lines.
  func slopes(of goal: Int32, count: Int) -> [Double] {
    var slopes = [Double](repeating: 0, count: operations.count)
    slopes[Int(goal)] = 1
    slopes.withUnsafeMutableBufferPointer { slopes in
      for line in stride(from: Int(goal), through: count, by: -1) where slopes[line] != 0 {
        let (left, right) = (Int(lefts[line]), Int(rights[line]))
        let slope = operations[line].slopes(values[left], values[right], result: values[line])
        slopes[left] += slope.left * slopes[line]
        slopes[right] += slope.right * slopes[line]
      }
    }
    return Array(slopes[..<count])
  }

  /// The tape without the lines that neither the goal nor a comparison needs, and the goal's new
  /// line. The first `count` lines stay.
  func pruned(to goal: Int32, keeping count: Int) -> (tape: Tape, goal: Int32) {
    var isNeeded = [Bool](repeating: false, count: operations.count)
    for line in 0..<count { isNeeded[line] = true }
    isNeeded[Int(goal)] = true
    for decision in decisions {
      isNeeded[Int(decision.left)] = true
      isNeeded[Int(decision.right)] = true
    }
    for line in operations.indices.reversed() where isNeeded[line] && operations[line] != .given {
      isNeeded[Int(lefts[line])] = true
      isNeeded[Int(rights[line])] = true
    }
    var tape = Tape()
    var newLine = [Int32](repeating: 0, count: operations.count)
    for line in operations.indices where isNeeded[line] {
      newLine[line] = tape.append(
        operations[line], newLine[Int(lefts[line])], newLine[Int(rights[line])], values[line])
    }
    tape.isOneTimeOnly = isOneTimeOnly
    tape.steppedBy = steppedBy
    tape.decisions = decisions.map {
      Decision(
        left: newLine[Int($0.left)], right: newLine[Int($0.right)], comparison: $0.comparison,
        outcome: $0.outcome)
    }
    return (tape, newLine[Int(goal)])
  }
}
