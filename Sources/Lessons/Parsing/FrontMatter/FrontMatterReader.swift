import Yams

/// Reads the YAML between the two `---` lines that open a lesson.
struct FrontMatterReader {
  private let source: SourceText
  private var seen: Set<FrontMatterKey> = []
  private var result = FrontMatter(title: "", summary: "")

  private init(source: SourceText) {
    self.source = source
  }

  /// The front matter and the number of the line after it.
  static func read(
    _ source: SourceText, problems: inout ProblemList
  ) -> (frontMatter: FrontMatter, nextLine: Int) {
    var reader = FrontMatterReader(source: source)
    guard reader.isRule(1) else {
      problems.report(
        "a lesson begins with its front matter", at: SourcePosition(line: 1, column: 1),
        advice: "begin with a line ‘---’, then ‘title: …’, ‘summary: …’ and another line ‘---’")
      return (reader.result, 1)
    }
    guard let end = (2..<max(2, source.lines.count + 1)).first(where: reader.isRule) else {
      problems.report(
        "the front matter that opens here is never closed", line: 1,
        advice: "end it with a line ‘---’")
      return (reader.result, source.lines.count + 1)
    }
    reader.readLines(2..<end, problems: &problems)
    return (reader.result, end + 1)
  }

  private func isRule(_ line: Int) -> Bool {
    let content = source.line(line)
    return content.starts(with: "---".utf8) && content.dropFirst(3).allSatisfy(\.isBlank)
  }

  // MARK: YAML

  private mutating func readLines(_ lines: Range<Int>, problems: inout ProblemList) {
    guard FrontMatterRule.check(source, lines, problems: &problems) else { return }
    do {
      try read(compose(yaml: source.text(ofLines: lines)), problems: &problems)
      reportMissing(problems: &problems)
    } catch {
      report(error, problems: &problems)
    }
  }

  private mutating func read(_ root: Node?, problems: inout ProblemList) {
    switch root {
    case .mapping(let mapping)?:
      for (key, value) in mapping { read(key, value, problems: &problems) }
    case let other?:
      problems.report(
        "the front matter is not a list of ‘key: value’ lines", at: position(other))
    case nil:
      break
    }
  }

  private mutating func read(_ key: Node, _ value: Node, problems: inout ProblemList) {
    guard let name = key.scalar?.string, let known = FrontMatterKey(rawValue: name) else {
      let name = key.scalar?.string ?? "…"
      problems.report(
        "unknown key \(name.quoted)", at: position(key), length: name.utf8.count,
        advice: NearestWord.advice(for: name, among: FrontMatterKey.names)
          ?? "known are " + FrontMatterKey.names.joined(separator: ", "))
      return
    }
    seen.insert(known)
    switch known {
    case .title: result.title = text(value, of: known, problems: &problems)
    case .summary: result.summary = text(value, of: known, problems: &problems)
    case .minutes: result.minutes = minutes(value, problems: &problems)
    case .data: result.data = names(value, of: known, problems: &problems)
    case .after: result.after = names(value, of: known, problems: &problems)
    case .terms: result.terms = terms(value, problems: &problems)
    }
  }

  // MARK: Values

  private func text(
    _ node: Node, of key: FrontMatterKey, problems: inout ProblemList
  ) -> String {
    let text = node.scalar?.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let text, !text.isEmpty, !isNull(node) else {
      problems.report(
        "‘\(key.rawValue)’ must be text", at: position(node),
        advice: "write ‘\(key.rawValue): …’; text with a colon goes in quotation marks")
      return ""
    }
    return text
  }

  private func minutes(_ node: Node, problems: inout ProblemList) -> Int? {
    if let text = node.scalar?.string, let minutes = Int(text), (1...1000).contains(minutes) {
      return minutes
    }
    problems.report(
      "‘minutes’ must be a whole number from 1 to 1000", at: position(node),
      length: node.scalar?.string.utf8.count ?? 1, advice: "write ‘minutes: 15’")
    return nil
  }

  /// A list, or one name by itself.
  private func names(
    _ node: Node, of key: FrontMatterKey, problems: inout ProblemList
  ) -> [String] {
    let items = node.sequence.map(Array.init) ?? [node]
    return items.compactMap { item in
      if let name = item.scalar?.string, !name.isEmpty, !isNull(item) { return name }
      problems.report(
        "‘\(key.rawValue)’ must be a name or a list of names", at: position(item),
        advice: "write ‘\(key.rawValue): [one, two]’")
      return nil
    }
  }

  /// Whether YAML takes a value for none.
  func isNull(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  // MARK: Problems

  private func reportMissing(problems: inout ProblemList) {
    for key in FrontMatterKey.allCases where key.isRequired && !seen.contains(key) {
      problems.report(
        "the front matter has no ‘\(key.rawValue)’", line: 1,
        advice: "add a line ‘\(key.rawValue): …’")
    }
  }

  private func report(_ error: any Error, problems: inout ProblemList) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      problems.report(
        "the front matter is not YAML: \(problem)", at: position(mark),
        advice: "a value with ‘: ’, ‘#’ or quotation marks in it goes in quotation marks")
    case .duplicatedKeysInMapping(let duplicates, _):
      for name in duplicates.sorted() { reportRepeated(name, problems: &problems) }
    case .reader(let problem, _, _, _):
      problems.report("the front matter is not YAML: \(problem)", line: 1)
    default:
      problems.report("the front matter is not YAML", line: 1, advice: "\(error)")
    }
  }

  /// Yams tells the key but not where it stands again.
  private func reportRepeated(_ name: String, problems: inout ProblemList) {
    // A term stands further right than a key.
    let lines = (2...max(2, source.lines.count)).filter {
      source.line($0).drop(while: \.isBlank).starts(with: "\(name):".utf8)
    }
    let first = lines.first ?? 1
    let line = lines.dropFirst().first ?? first
    problems.report(
      "the key \(name.quoted) is given twice",
      at: SourcePosition(line: line, column: source.line(line).prefix(while: \.isBlank).count + 1),
      length: name.utf8.count, advice: "line \(first) has it already")
  }

  func position(_ node: Node) -> SourcePosition {
    node.mark.map(position) ?? SourcePosition(line: 1, column: 1)
  }

  /// YAML counts lines from the one after `---`, and columns in Unicode scalars.
  private func position(_ mark: Mark) -> SourcePosition {
    let line = min(mark.line + 1, source.lines.count)
    let text = String(decoding: source.line(line), as: UTF8.self)
    let before = text.unicodeScalars.prefix(mark.column - 1)
    return SourcePosition(line: line, column: String(before).utf8.count + 1)
  }
}
