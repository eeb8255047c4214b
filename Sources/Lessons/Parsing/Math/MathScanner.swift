/// Finds math in the text of one paragraph or heading, by Pandoc's rules.
///
/// An opening dollar has no blank after it, a closing one no blank before it and no digit after
/// it, and no other dollar stands between them: `$5 and $6` is money. `\$` is a dollar. Nothing
/// is math inside a code span, an autolink or a comment.
struct MathScanner {
  struct Match {
    /// With the dollars.
    var range: Range<Int>
    /// Without them.
    var content: Range<Int>
    var isDisplay: Bool
  }

  private let text: ArraySlice<UInt8>
  private var index: Int
  /// Lengths of backtick runs that have no partner in the rest of the text.
  private var unpaired: Set<Int> = []
  private var hasNoMoreDisplay = false
  private var hasNoMoreComments = false

  private static let dollar = UInt8(ascii: "$")
  private static let backslash = UInt8(ascii: "\\")

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    index = text.startIndex
  }

  mutating func matches() -> [Match] {
    var matches: [Match] = []
    while index < text.endIndex {
      switch text[index] {
      case Self.backslash: index += 2
      case UInt8(ascii: "`"): skipCodeSpan()
      case UInt8(ascii: "<"): if !skipComment() { skipAutolink() }
      case Self.dollar:
        if let match = match() {
          matches.append(match)
          index = match.range.upperBound
        } else {
          index += isDollar(index + 1) ? 2 : 1
        }
      default: index += 1
      }
    }
    return matches
  }

  private mutating func match() -> Match? {
    isDollar(index + 1) ? displayMatch() : inlineMatch()
  }

  private func inlineMatch() -> Match? {
    let start = index + 1
    guard start < text.endIndex, !isSpace(start) else { return nil }
    var end = start
    while end < text.endIndex, text[end] != Self.dollar {
      end += text[end] == Self.backslash ? 2 : 1
    }
    guard end > start, end < text.endIndex, !isSpace(end - 1) else { return nil }
    if end + 1 < text.endIndex, text[end + 1].isDigit || isDollar(end + 1) { return nil }
    return Match(range: index..<end + 1, content: start..<end, isDisplay: false)
  }

  private mutating func displayMatch() -> Match? {
    guard !hasNoMoreDisplay else { return nil }
    let start = index + 2
    var end = start
    while end < text.endIndex, !(isDollar(end) && isDollar(end + 1)) {
      end += text[end] == Self.backslash ? 2 : 1
    }
    guard end < text.endIndex else {
      hasNoMoreDisplay = true
      return nil
    }
    guard !text[start..<end].allSatisfy({ $0.isBlank || $0.isLineBreak }) else { return nil }
    return Match(range: index..<end + 2, content: start..<end, isDisplay: true)
  }

  private mutating func skipCodeSpan() {
    let length = runOfBackticks(at: index)
    var end = index + length
    defer { index = end }
    guard !unpaired.contains(length) else { return }
    var candidate = end
    while candidate < text.endIndex {
      let run = runOfBackticks(at: candidate)
      if run == length {
        end = candidate + run
        return
      }
      candidate += max(1, run)
    }
    unpaired.insert(length)
  }

  private func runOfBackticks(at start: Int) -> Int {
    text[start...].prefix { $0 == UInt8(ascii: "`") }.count
  }

  /// The comment of a figure holds Swift, in which `$0` is no math.
  private mutating func skipComment() -> Bool {
    guard !hasNoMoreComments, text[index...].starts(with: "<!--".utf8) else { return false }
    var end = index + 4
    while end + 2 < text.endIndex {
      if text[end...].starts(with: "-->".utf8) {
        index = end + 3
        return true
      }
      end += 1
    }
    hasNoMoreComments = true
    return false
  }

  /// `<https://…>`: a scheme, a colon, and no blank before the `>`.
  private mutating func skipAutolink() {
    let content = text[(index + 1)...].prefix {
      $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "<")
    }
    let scheme = content.prefix { $0.isLetter || $0.isDigit }
    let isLink =
      scheme.first?.isLetter == true && scheme.endIndex < content.endIndex
      && content[scheme.endIndex] == UInt8(ascii: ":") && content.endIndex < text.endIndex
      && text[content.endIndex] == UInt8(ascii: ">")
    index = isLink ? content.endIndex + 1 : index + 1
  }

  private func isDollar(_ offset: Int) -> Bool {
    offset < text.endIndex && text[offset] == Self.dollar
  }

  private func isSpace(_ offset: Int) -> Bool { text[offset].isBlank || text[offset].isLineBreak }
}
