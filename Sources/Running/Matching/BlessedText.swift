import Lessons

/// The lines of an output block after blessing.
enum BlessedText {
  /// The actual lines, but where a line of the block still matches, that line as it stands.
  ///
  /// - Parameters:
  ///   - raw: the block's lines as the file has them, one for each line of the expected text.
  static func lines(output: String, expected: ExpectedOutput, raw: [String]) -> [String] {
    let actual = OutputLines(output)
    let wanted = OutputLines(expected.text)
    let patterns = wanted.lines.map { LinePattern($0, tolerance: expected.tolerance) }
    let alignment = Alignment(of: patterns, with: actual.lines)
    let first = wanted.leadingBlankLines
    let merged = alignment.steps.compactMap { step -> String? in
      switch step {
      case .keep(let index, _), .anyLines(let index):
        first + index < raw.count ? raw[first + index] : wanted.lines[index]
      case .add(let index): actual.lines[index]
      case .remove, .absorb: nil
      }
    }
    let afterLast = min(raw.count, first + wanted.lines.count)
    return raw.prefix(wanted.lines.isEmpty ? 0 : first) + merged + raw[afterLast...]
  }
}
