/// Reads a figure: a comment `<!-- step-id: expression -->` and the number or text before it.
struct FigureReader {
  let source: SourceText

  /// - Parameters:
  ///   - comment: its bytes in the file.
  ///   - previous: what stands before the comment.
  /// - Returns: nil when something is wrong, which is reported.
  func figure(
    _ comment: Range<Int>, after previous: Inline?, problems: inout ProblemList
  ) -> Figure? {
    let content = source.bytes[comment.lowerBound + 4..<comment.upperBound - 3]
    let parts = content.split(
      separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].trimmed
    guard parts.count == 2, FenceOption.isName(String(decoding: name, as: UTF8.self)) else {
      let html = String(decoding: source.bytes[comment], as: UTF8.self)
      RawHTML.report(html, at: source.position(at: comment.lowerBound), &problems)
      return nil
    }
    let expression = parts[1].trimmed
    guard !expression.isEmpty else {
      problems.report(
        "this figure has no expression", at: source.position(at: comment.lowerBound),
        length: comment.count, advice: "write \(RawHTML.usage)")
      return nil
    }
    guard let (form, range) = written(before: comment.lowerBound, previous) else {
      report(comment, after: previous, &problems)
      return nil
    }
    return Figure(
      form: form, written: String(decoding: source.bytes[range], as: UTF8.self),
      position: source.position(at: range.lowerBound), byteRange: range,
      step: String(decoding: name, as: UTF8.self),
      stepPosition: source.position(at: name.startIndex),
      expression: String(decoding: expression, as: UTF8.self),
      expressionPosition: source.position(at: expression.startIndex))
  }

  private func report(
    _ comment: Range<Int>, after previous: Inline?, _ problems: inout ProblemList
  ) {
    let isEmphasis = previous?.emphasised != nil
    problems.report(
      isEmphasis
        ? "the emphasis before this comment holds more than words"
        : "no number stands before this comment",
      at: source.position(at: comment.lowerBound), length: comment.count,
      advice: isEmphasis
        ? "emphasise plain words only, or write the text as code"
        : "write the comment right behind a number, code or emphasis: \(RawHTML.usage)")
  }

  // MARK: What the comment is about

  private func written(before end: Int, _ previous: Inline?) -> (Figure.Form, Range<Int>)? {
    switch previous {
    case .code(let code)?:
      return code.isEmpty ? nil : codeRange(before: end, code).map { (.code, $0) }
    case .emphasis?, .strong?, .definition?:
      return previous?.emphasised.flatMap { emphasisRange(before: end, $0) }.map {
        (.emphasis, $0)
      }
    case .math?:
      // A formula that ends in its result.
      return number(before: end - 1).map { (.number, $0) }
    case .text?: return number(before: end).map { (.number, $0) }
    default: return nil
    }
  }

  private func number(before end: Int) -> Range<Int>? {
    let start = source.start(ofLine: source.lineNumber(at: end))
    return start < end ? WrittenNumber.suffix(of: source.bytes[start..<end]) : nil
  }

  private func codeRange(before end: Int, _ code: String) -> Range<Int>? {
    var last = source.bytes[..<end]
    while last.last == UInt8(ascii: "`") { last.removeLast() }
    // One blank at either end belongs to the marks when both are there.
    if last.last == UInt8(ascii: " "), !code.hasSuffix(" ") { last.removeLast() }
    return range(of: code, endingAt: last.endIndex)
  }

  private func emphasisRange(before end: Int, _ words: String) -> Range<Int>? {
    var last = source.bytes[..<end]
    while let mark = last.last, mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") {
      last.removeLast()
    }
    return range(of: words, endingAt: last.endIndex)
  }

  private func range(of text: String, endingAt end: Int) -> Range<Int>? {
    let start = end - text.utf8.count
    guard start >= 0, source.bytes[start..<end].elementsEqual(text.utf8) else { return nil }
    return start..<end
  }
}

extension Inline {
  /// The words of an emphasis.
  fileprivate var emphasised: String? {
    switch self {
    case .emphasis, .strong, .definition: plainText
    default: nil
    }
  }
}
