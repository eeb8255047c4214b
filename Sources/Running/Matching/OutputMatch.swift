import Lessons

/// Compares what a step wrote with what its lesson says.
///
/// Exact, but for blanks at the end of lines and blank lines at either end; `[..]` in a line
/// stands for any run of characters, a line `...` for any lines. With a tolerance, numbers are
/// compared as numbers, relative to the expected one (so only 0 is close to 0, and NaN equals
/// nothing), and the text between them as text.
public enum OutputMatch {
  public enum Match: Sendable, Equatable {
    case matches
    case differs(Difference)
  }

  public static func compare(actual: String, expected: ExpectedOutput) -> Match {
    if expected.isUnchecked { return .matches }
    let actual = OutputLines(actual)
    let wanted = OutputLines(expected.text)
    let patterns = wanted.lines.map { LinePattern($0, tolerance: expected.tolerance) }
    if matches(actual.lines, patterns) { return .matches }
    return .differs(
      Difference(
        Alignment(of: patterns, with: actual.lines), expected: wanted.lines,
        actual: actual.lines))
  }

  private static func matches(_ lines: [String], _ patterns: [LinePattern]) -> Bool {
    Wildcards.matches(count: patterns.count, length: lines.count) {
      patterns[$0].isAnyLines
    } advance: {
      patterns[$0].matches(lines[$1]) ? 1 : nil
    }
  }
}
