/// Refuses documents that would make a recursive reader overflow the stack, or cmark slow.
enum NestingRule {
  /// More than any lesson's longest paragraph; some of cmark's searches in a paragraph take
  /// quadratic time.
  static let maximumStretch = 65_536

  /// Whether the text may be given to cmark. What stands in fences is no matter: a plot's dashed
  /// line only looks like a hundred lists.
  static func check(
    _ source: SourceText, _ lines: Range<Int>, problems: inout ProblemList
  ) -> Bool {
    var start = lines.lowerBound
    var fence = FenceTracker()
    for number in lines {
      let line = source.line(number)
      fence.advance(over: line)
      if fence.isInside || line.allSatisfy(\.isBlank) {
        start = number + 1
        continue
      }
      if opensTooMany(line) {
        reportDepth(at: SourcePosition(line: number, column: 1), problems: &problems)
        return false
      }
      if source.start(ofLine: number + 1) - source.start(ofLine: start) > maximumStretch {
        problems.report(
          "more than \(maximumStretch) bytes without an empty line",
          at: SourcePosition(line: start, column: 1), advice: "divide the text into paragraphs")
        return false
      }
    }
    return true
  }

  /// Whether a line that starts like `> > - ` opens more containers than allowed.
  private static func opensTooMany(_ line: ArraySlice<UInt8>) -> Bool {
    let marks = line.prefix { $0.isBlank || ">-+*.)".utf8.contains($0) || $0.isDigit }
    guard marks.count > MarkdownTree.maximumDepth else { return false }
    let quotes = marks.count { $0 == UInt8(ascii: ">") }
    let items = zip(marks, marks.dropFirst()).count { mark, next in
      "-+*.)".utf8.contains(mark) && next.isBlank
    }
    return quotes + items > MarkdownTree.maximumDepth
  }

  /// Whether the tree may be read recursively.
  static func check(_ tree: borrowing MarkdownTree, problems: inout ProblemList) -> Bool {
    var deepest: SourcePosition?
    var block = SourcePosition(line: 1, column: 1)
    tree.walk { node, depth in
      if node.isBlock { block = node.start }
      if depth > MarkdownTree.maximumDepth, deepest == nil { deepest = block }
    }
    guard let deepest else { return true }
    reportDepth(at: deepest, problems: &problems)
    return false
  }

  private static func reportDepth(at position: SourcePosition, problems: inout ProblemList) {
    problems.report(
      "nested more than \(MarkdownTree.maximumDepth) deep", at: position,
      advice: "use fewer lists, quotes or emphases inside each other")
  }
}
