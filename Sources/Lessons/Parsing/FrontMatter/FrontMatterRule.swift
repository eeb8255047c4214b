/// Refuses what only hostile front matter would hold, before YAML's recursive reader sees it.
enum FrontMatterRule {
  static let maximumBytes = 8192
  static let maximumDepth = 32

  static func check(
    _ source: SourceText, _ lines: Range<Int>, problems: inout ProblemList
  ) -> Bool {
    let size = source.start(ofLine: lines.upperBound) - source.start(ofLine: lines.lowerBound)
    guard size <= maximumBytes else {
      problems.report(
        "the front matter is longer than \(maximumBytes) bytes", line: 1,
        advice: "what readers should see belongs below it")
      return false
    }
    if let deep = lines.first(where: { depth(of: source.line($0)) > maximumDepth }) {
      problems.report("the front matter is nested too deeply", line: deep)
      return false
    }
    return checkAliases(source, lines, problems: &problems)
  }

  /// At least the levels that a line opens.
  private static func depth(of line: ArraySlice<UInt8>) -> Int {
    let brackets = line.count { "[{?".utf8.contains($0) }
    let dashes = line.prefix { $0.isBlank || $0 == UInt8(ascii: "-") }.count { !$0.isBlank }
    return max(brackets, dashes)
  }

  /// Aliases of aliases describe values of exponential size.
  private static func checkAliases(
    _ source: SourceText, _ lines: Range<Int>, problems: inout ProblemList
  ) -> Bool {
    let find = { (mark: UInt8) in
      lines.lazy.compactMap { line in
        column(of: mark, in: source.line(line)).map { SourcePosition(line: line, column: $0) }
      }.first
    }
    guard find(UInt8(ascii: "&")) != nil, let alias = find(UInt8(ascii: "*")) else { return true }
    problems.report(
      "YAML anchors and aliases are not understood here", at: alias,
      advice: "write the value itself; text with ‘*’ or ‘&’ goes in quotation marks")
    return false
  }

  /// Where a word begins with `mark` and a name.
  private static func column(of mark: UInt8, in line: ArraySlice<UInt8>) -> Int? {
    line.indices.first { index in
      guard line[index] == mark, index + 1 < line.endIndex,
        line[index + 1].isLetter || line[index + 1].isDigit
      else { return false }
      return index == line.startIndex || line[index - 1].isBlank
        || "[{,".utf8.contains(line[index - 1])
    }.map { $0 - line.startIndex + 1 }
  }
}
