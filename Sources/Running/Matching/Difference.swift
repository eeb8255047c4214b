/// How an output differs from what was expected, line by line.
public struct Difference: Sendable, Equatable, CustomStringConvertible {
  public enum Line: Sendable, Equatable {
    /// In both, as the actual output has it.
    case same(String)
    case expected(String)
    case actual(String)
  }

  public private(set) var lines: [Line] = []

  init(_ alignment: Alignment, expected: [String], actual: [String]) {
    for step in alignment.steps {
      switch step {
      case .keep(_, let index), .absorb(let index): lines.append(.same(actual[index]))
      case .remove(let index): lines.append(.expected(expected[index]))
      case .add(let index): lines.append(.actual(actual[index]))
      case .anyLines: break
      }
    }
  }

  /// `-` lines were expected, `+` lines came, `~` marks what changed in a line. Long stretches
  /// of equal lines and long differences are cut short; control characters are made visible.
  public var description: String { DifferenceText(lines).text }
}
