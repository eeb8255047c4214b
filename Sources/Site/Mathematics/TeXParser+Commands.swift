import Display
import Lessons

extension TeXParser {
  /// What the command stands for, with its arguments.
  mutating func command(_ name: String, _ token: TeXToken) throws(MathProblem) -> Markup {
    if let plain = plainCommand(name) { return plain }
    if let accent = TeXSymbols.accents[name] {
      return accented(try argument(of: token), by: accent)
    }
    switch name {
    case "frac", "dfrac", "tfrac", "cfrac":
      return .element("mfrac", [:], try argument(of: token), try argument(of: token))
    case "binom":
      let over = try argument(of: token)
      let fraction = Markup.element(
        "mfrac", ["linethickness": "0"], over, try argument(of: token))
      return .row([fence("("), fraction, fence(")")])
    case "sqrt": return try root(token)
    case "left": return try delimited(token)
    case "begin": return try environment(token)
    case "text", "textrm": return .element("mtext", [:], .text(try words(of: token)))
    case "mathrm", "operatorname": return upright(try words(of: token))
    case "mathit": return .element("mi", [:], .text(try words(of: token)))
    case "mathbf", "boldsymbol": return try letters(.bold, token)
    case "mathsf": return try letters(.sansSerif, token)
    case "mathtt": return try letters(.monospaced, token)
    case "mathcal", "mathscr": return try letters(.calligraphic, token)
    case "mathbb": return try letters(.blackboard, token)
    case "overset", "stackrel":
      let above = try argument(of: token)
      return .element("mover", [:], try argument(of: token), above)
    case "underset":
      let below = try argument(of: token)
      return .element("munder", [:], try argument(of: token), below)
    case "substack": return try substack(token)
    case "displaystyle", "textstyle":
      let rest = try list { _ in false }
      return .element("mstyle", ["displaystyle": "\(name == "displaystyle")"], rest)
    case "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr":
      return try enlarged(name, token)
    default: throw unknown(name, token)
    }
  }

  /// A command without arguments.
  private func plainCommand(_ name: String) -> Markup? {
    if let letter = TeXSymbols.letters[name] { return .element("mi", [:], .text(letter)) }
    if let letter = TeXSymbols.uprightLetters[name] { return upright(letter) }
    if let sign = TeXSymbols.operators[name] { return .element("mo", [:], .text(sign)) }
    if let sign = TeXSymbols.largeOperators[name] ?? TeXSymbols.integrals[name] {
      return .element("mo", [:], .text(sign))
    }
    if TeXSymbols.functions[name] != nil { return upright(name) }
    if let width = TeXSymbols.spaces[name] { return .element("mspace", ["width": width]) }
    if let sign = TeXSymbols.delimiters[name] { return fence(sign, stretches: false) }
    return nil
  }

  /// A name or letter that does not lean: a single letter would.
  private func upright(_ text: String) -> Markup {
    .element("mi", ["mathvariant": text.count == 1 ? "normal" : nil], .text(text))
  }

  private func accented(
    _ base: Markup, by accent: (mark: String, isWide: Bool, isUnder: Bool)
  ) -> Markup {
    let mark = Markup.element("mo", ["stretchy": "\(accent.isWide)"], .text(accent.mark))
    return accent.isUnder
      ? .element("munder", ["accentunder": "true"], base, mark)
      : .element("mover", ["accent": "true"], base, mark)
  }

  private mutating func root(_ token: TeXToken) throws(MathProblem) -> Markup {
    guard let bracket = peek(), bracket.kind == .character("[") else {
      return .element("msqrt", [:], try argument(of: token))
    }
    _ = next()
    let degree = try list { $0.kind == .character("]") }
    guard next()?.kind == .character("]") else {
      throw problem("this ‘[’ is never closed", at: bracket)
    }
    return .element("mroot", [:], try argument(of: token), .row(degree))
  }

  /// `\left( … \middle| … \right)`: delimiters as high as what stands between them.
  private mutating func delimited(_ left: TeXToken) throws(MathProblem) -> Markup {
    var row = [fence(try delimiter(after: left))]
    while true {
      row += try list { _ in false }
      guard let token = next(), case .command(let name) = token.kind,
        name == "right" || name == "middle"
      else { throw problem("this ‘\\left’ has no ‘\\right’", at: left) }
      row.append(fence(try delimiter(after: token)))
      if name == "right" { return .element("mrow", [:], row) }
    }
  }

  /// The sign after `\left`; empty for the invisible `.`.
  private mutating func delimiter(after owner: TeXToken) throws(MathProblem) -> String {
    guard let token = next() else { throw problem("a delimiter must follow this", at: owner) }
    switch token.kind {
    case .character("."): return ""
    case .character("<"): return "⟨"
    case .character(">"): return "⟩"
    case .character(let sign) where "()[]|/".contains(sign): return String(sign)
    case .command(let name):
      if let sign = TeXSymbols.delimiters[name] { return sign }
    default: break
    }
    throw problem("this is no delimiter", at: token, advice: "write ( ) [ ] | \\{ \\} or .")
  }

  private mutating func enlarged(_ name: String, _ token: TeXToken) throws(MathProblem) -> Markup {
    let sizes = ["big": "1.2em", "Big": "1.8em", "bigg": "2.4em", "Bigg": "3em"]
    let size = sizes[name] ?? (name.hasPrefix("B") ? "1.8em" : "1.2em")
    return .element(
      "mo", ["stretchy": "true", "minsize": size, "maxsize": size],
      .text(try delimiter(after: token)))
  }

  func fence(_ sign: String, stretches: Bool = true) -> Markup {
    .element("mo", ["fence": "true", "stretchy": "\(stretches)"], .text(sign))
  }

  private mutating func letters(
    _ alphabet: MathAlphabet, _ token: TeXToken
  ) throws(MathProblem) -> Markup {
    guard case .command(let name)? = peekInside()?.kind else {
      return styledLetters(alphabet, try words(of: token))
    }
    let braced = peek()?.kind == .openBrace
    if braced { _ = next() }
    let inner = next() ?? token
    guard let letter = TeXSymbols.letters[name] ?? TeXSymbols.uprightLetters[name] else {
      throw problem("only letters can be set in this style", at: inner)
    }
    if braced, next()?.kind != .closeBrace {
      throw problem("one letter at a time can be set in this style", at: inner)
    }
    return styledLetters(alphabet, letter)
  }

  private func styledLetters(_ alphabet: MathAlphabet, _ text: String) -> Markup {
    let isNumber = text.allSatisfy(\.isNumber)
    return isNumber
      ? .element("mn", [:], .text(alphabet.styled(text))) : upright(alphabet.styled(text))
  }

  /// The next token, or the one after an opening brace.
  private func peekInside() -> TeXToken? {
    let rest = tokens[index...].filter { $0.kind != .space }.prefix(2)
    return rest.first?.kind == .openBrace ? rest.last : rest.first
  }

  /// The argument as plain text, spaces kept.
  mutating func words(of owner: TeXToken) throws(MathProblem) -> String {
    guard let open = next() else { throw problem("something must follow this", at: owner) }
    guard open.kind == .openBrace else { return open.text }
    var words = ""
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      if token.kind == .closeBrace { return words }
      if token.kind == .openBrace {
        throw problem("no braces inside text", at: token)
      }
      words += token.text
    }
    throw problem("this ‘{’ is never closed", at: open)
  }

  private func unknown(_ name: String, _ token: TeXToken) -> MathProblem {
    if name == "right" || name == "end" || name == "middle" {
      return problem("this ‘\\\(name)’ closes nothing", at: token)
    }
    // ‘\\lamda’ means ‘\\lambda’, not ‘\\Lambda’: the case counts in TeX.
    let sameCase = TeXSymbols.all.filter { $0.first?.isUppercase == name.first?.isUppercase }
    let nearest = NearestWord.find(name, among: sameCase)
    return problem(
      "unknown math command ‘\\\(name)’", at: token,
      advice: nearest.map { "did you mean ‘\\\($0)’?" })
  }
}

extension TeXToken {
  /// As text in `\text` and `\mathrm`.
  fileprivate var text: String {
    switch kind {
    case .command(let name):
      TeXSymbols.letters[name] ?? TeXSymbols.uprightLetters[name] ?? TeXSymbols.delimiters[name]
        ?? (name == "&" ? "&" : name == " " || name == "," ? "\u{A0}" : "\\" + name)
    case .number(let digits): digits
    case .character(let character): String(character)
    case .openBrace: "{"
    case .closeBrace: "}"
    case .superscript: "^"
    case .subscript: "_"
    case .alignment: "&"
    case .space: "\u{A0}"
    }
  }
}
