/// Which expected line goes with which actual line: an edit script with as few lines removed
/// and added as possible.
struct Alignment: Equatable {
  enum Step: Equatable {
    /// The expected line matches the actual one.
    case keep(expected: Int, actual: Int)
    /// A line `...` of the expected output stays.
    case anyLines(expected: Int)
    /// The line `...` before takes this line in.
    case absorb(actual: Int)
    case remove(expected: Int)
    case add(actual: Int)
  }

  private(set) var steps: [Step] = []

  /// Beyond this many pairs of lines the middle is taken to be all different: a table of all
  /// pairs would take too long, and nobody reads such a difference to its end.
  private static let mostPairs = 1_000_000

  init(of patterns: [LinePattern], with lines: [String]) {
    var start = 0
    while start < min(patterns.count, lines.count), !patterns[start].isAnyLines,
      patterns[start].matches(lines[start])
    {
      steps.append(.keep(expected: start, actual: start))
      start += 1
    }
    var tail: [Step] = []
    var (end, lineEnd) = (patterns.count, lines.count)
    while end > start, lineEnd > start, !patterns[end - 1].isAnyLines,
      patterns[end - 1].matches(lines[lineEnd - 1])
    {
      (end, lineEnd) = (end - 1, lineEnd - 1)
      tail.append(.keep(expected: end, actual: lineEnd))
    }
    if (end - start) * (lineEnd - start) > Self.mostPairs {
      steps += (start..<end).map { .remove(expected: $0) }
      steps += (start..<lineEnd).map { .add(actual: $0) }
    } else {
      let table = EditTable(patterns[start..<end], lines[start..<lineEnd])
      steps += table.steps
    }
    steps += tail.reversed()
  }
}

/// The table of least costs: `costs[i][j]` is how many lines have to be removed and added from
/// the expected line `i` and the actual line `j` on. A line put in the place of another counts
/// once: else a line `...` would swallow the new line, and the old one would be lost.
private struct EditTable {
  private let patterns: ArraySlice<LinePattern>
  private let lines: ArraySlice<String>
  private let width: Int
  private var costs: [Int32]
  private var matches: [Bool]

  init(_ patterns: ArraySlice<LinePattern>, _ lines: ArraySlice<String>) {
    self.patterns = patterns
    self.lines = lines
    width = lines.count + 1
    costs = Array(repeating: 0, count: (patterns.count + 1) * width)
    matches = Array(repeating: false, count: (patterns.count + 1) * width)
    for row in stride(from: patterns.count, through: 0, by: -1) {
      for column in stride(from: lines.count, through: 0, by: -1) { fill(row, column) }
    }
  }

  private func isAnyLines(_ row: Int) -> Bool {
    row < patterns.count && patterns[patterns.startIndex + row].isAnyLines
  }

  private mutating func fill(_ row: Int, _ column: Int) {
    let here = row * width + column
    let hasLine = column < lines.count
    guard row < patterns.count else {
      costs[here] = Int32(lines.count - column)
      return
    }
    if isAnyLines(row) {
      costs[here] = min(costs[here + width], hasLine ? costs[here + 1] : .max)
      return
    }
    var cost = costs[here + width] + 1
    if hasLine {
      let pattern = patterns[patterns.startIndex + row]
      cost = min(cost, costs[here + 1] + 1)
      matches[here] = pattern.matches(lines[lines.startIndex + column])
      cost = min(cost, costs[here + width + 1] + (matches[here] ? 0 : 1))
    }
    costs[here] = cost
  }

  /// The cheapest way through the table; removals stand before additions.
  var steps: [Alignment.Step] {
    var steps: [Alignment.Step] = []
    var (row, column) = (0, 0)
    var isAbsorbing = false
    while row < patterns.count || column < lines.count {
      let here = row * width + column
      let expected = patterns.startIndex + row
      let actual = lines.startIndex + column
      if isAnyLines(row) {
        if !isAbsorbing { steps.append(.anyLines(expected: expected)) }
        isAbsorbing = costs[here + width] != costs[here]
        if isAbsorbing { steps.append(.absorb(actual: actual)) }
        (row, column) = isAbsorbing ? (row, column + 1) : (row + 1, column)
      } else if matches[here], costs[here] == costs[here + width + 1] {
        steps.append(.keep(expected: expected, actual: actual))
        (row, column) = (row + 1, column + 1)
      } else if row < patterns.count, column < lines.count,
        costs[here] == costs[here + width + 1] + 1
      {
        steps += [.remove(expected: expected), .add(actual: actual)]
        (row, column) = (row + 1, column + 1)
      } else if row < patterns.count, costs[here] == costs[here + width] + 1 {
        steps.append(.remove(expected: expected))
        row += 1
      } else {
        steps.append(.add(actual: actual))
        column += 1
      }
    }
    return steps
  }
}
