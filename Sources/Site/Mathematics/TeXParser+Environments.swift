import Display
import Lessons

extension TeXParser {
  private enum Environment: String, CaseIterable {
    case matrix, pmatrix, bmatrix, vmatrix, cases, aligned, align, split, gathered, smallmatrix
    case braceMatrix = "Bmatrix"
    case normMatrix = "Vmatrix"

    var delimiters: (left: String, right: String) {
      switch self {
      case .matrix, .aligned, .align, .split, .gathered, .smallmatrix: ("", "")
      case .pmatrix: ("(", ")")
      case .bmatrix: ("[", "]")
      case .vmatrix: ("|", "|")
      case .braceMatrix: ("{", "}")
      case .normMatrix: ("‖", "‖")
      case .cases: ("{", "")
      }
    }

    /// The classes by which the style sheet aligns columns; MathML Core has no attribute for it.
    var styleClass: String? {
      switch self {
      case .aligned, .align, .split: "aligned"
      case .cases: "cases"
      default: nil
      }
    }
  }

  /// What stands between `\begin{…}` and `\end{…}`.
  mutating func environment(_ begin: TeXToken) throws(MathProblem) -> Markup {
    let nameToken = peekSecond() ?? begin
    let name = try words(of: begin)
    let starless = name.hasSuffix("*") ? String(name.dropLast()) : name
    guard let environment = Environment(rawValue: starless) else {
      let known = Environment.allCases.map(\.rawValue)
      throw MathProblem(
        message: "unknown environment ‘\(name)’",
        advice: NearestWord.advice(for: name, among: known)
          ?? "known: " + known.joined(separator: ", "),
        offset: nameToken.offset, length: max(1, name.utf8.count))
    }
    let table = try rows(of: begin, named: name)
    return wrap(table, in: environment)
  }

  private func wrap(_ rows: [[Markup]], in environment: Environment) -> Markup {
    let table = Markup.element(
      "mtable",
      [
        "class": environment.styleClass,
        "displaystyle": environment.styleClass == "aligned" ? "true" : nil,
      ], rows.map { cells in .element("mtr", [:], cells.map { .element("mtd", [:], $0) }) })
    let (left, right) = environment.delimiters
    if left.isEmpty && right.isEmpty { return table }
    return .element("mrow", [:], fence(left), table, fence(right))
  }

  private mutating func rows(
    of begin: TeXToken, named name: String
  ) throws(MathProblem) -> [[Markup]] {
    var rows: [[Markup]] = [[]]
    while true {
      rows[rows.count - 1].append(.row(try list { _ in false }))
      guard let token = next() else {
        throw problem("this ‘\\begin{\(name)}’ has no ‘\\end’", at: begin)
      }
      switch token.kind {
      case .alignment: continue
      case .command("\\"): rows.append([])
      case .command("end"):
        let end = try words(of: token)
        guard end == name else {
          throw problem("‘\\end{\(end)}’ where ‘\\end{\(name)}’ should stand", at: token)
        }
        return rows.dropsEmptyLast()
      default: throw problem("this does not belong into ‘\(name)’", at: token)
      }
    }
  }

  /// `\substack{i < n \\ j < m}`: lines below a sum.
  mutating func substack(_ owner: TeXToken) throws(MathProblem) -> Markup {
    guard let open = next(), open.kind == .openBrace else {
      throw problem("a ‘{’ must follow this", at: owner)
    }
    var lines: [Markup] = []
    while true {
      lines.append(.row(try list { _ in false }))
      guard let token = next() else { throw problem("this ‘{’ is never closed", at: open) }
      if token.kind == .closeBrace { break }
      guard token.kind == .command("\\") else {
        throw problem("this does not belong into ‘\\substack’", at: token)
      }
    }
    return .element(
      "mtable", ["class": "lines"],
      lines.map { .element("mtr", [:], .element("mtd", [:], $0)) })
  }

  private func peekSecond() -> TeXToken? {
    tokens[index...].filter { $0.kind != .space }.dropFirst().first
  }
}

extension [[Markup]] {
  /// Without the row that a last `\\` opens and nothing fills.
  fileprivate func dropsEmptyLast() -> Self {
    last == [.row([])] ? Array(dropLast()) : self
  }
}
