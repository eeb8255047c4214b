import Display

/// Reads a formula's tokens and writes MathML as it goes; the commands with arguments are in
/// `TeXParser+Commands.swift`, the environments in `TeXParser+Environments.swift`.
struct TeXParser {
  /// Braces, fractions and environments inside each other: no formula that a person can read
  /// goes this deep, and the stack is safe.
  static let deepestNesting = 40

  let tokens: [TeXToken]
  let isDisplay: Bool
  var index = 0
  private var depth = 0

  init(tokens: [TeXToken], isDisplay: Bool) {
    self.tokens = tokens
    self.isDisplay = isDisplay
  }

  /// The whole formula.
  mutating func formula() throws(MathProblem) -> Markup {
    let content = try list { _ in false }
    guard let token = peek() else { return .row(content) }
    let mistake: String =
      switch token.kind {
      case .closeBrace: "this ‘}’ closes nothing"
      case .alignment: "‘&’ belongs inside an environment such as aligned or pmatrix"
      default: "this closes nothing"
      }
    throw problem(mistake, at: token)
  }

  /// Atoms with their scripts, up to a token that ends a list anywhere (`}`, `&`, `\\`, `\right`,
  /// `\end`) or that `isEnd` accepts.
  mutating func list(until isEnd: (TeXToken) -> Bool) throws(MathProblem) -> [Markup] {
    try enter()
    defer { depth -= 1 }
    var atoms: [Markup] = []
    while let token = peek(), !isEnd(token), !token.endsList {
      atoms.append(try scripted())
    }
    return atoms
  }

  /// An atom with what stands below and above it.
  private mutating func scripted() throws(MathProblem) -> Markup {
    var takesLimits = false
    let base: Markup
    if let token = peek(), token.kind == .subscript || token.kind == .superscript {
      base = .row([])
    } else {
      takesLimits = isDisplay && hasLimits(peek())
      base = try atom()
    }
    takeLimitsCommand(&takesLimits)
    var below: Markup?
    var above: Markup?
    while let token = peek() {
      if token.kind == .subscript {
        if below != nil { throw problem("a second subscript on the same symbol", at: token) }
        _ = next()
        below = try argument(of: token)
      } else if token.kind == .superscript {
        if above != nil { throw problem("a second superscript on the same symbol", at: token) }
        _ = next()
        above = try argument(of: token)
      } else if let primes = takePrimes() {
        above = .element("mo", [:], .text(primes))
      } else {
        break
      }
    }
    return attach(below: below, above: above, to: base, asLimits: takesLimits)
  }

  private func attach(below: Markup?, above: Markup?, to base: Markup, asLimits: Bool) -> Markup {
    switch (below, above) {
    case (nil, nil): base
    case (let below?, nil): .element(asLimits ? "munder" : "msub", [:], base, below)
    case (nil, let above?): .element(asLimits ? "mover" : "msup", [:], base, above)
    case (let below?, let above?):
      .element(asLimits ? "munderover" : "msubsup", [:], base, below, above)
    }
  }

  /// One symbol, group or command.
  mutating func atom() throws(MathProblem) -> Markup {
    guard let token = next() else { throw problemAtEnd("something is missing at the end") }
    switch token.kind {
    case .number(let digits): return .element("mn", [:], .text(digits))
    case .character(let character): return symbol(character)
    case .openBrace: return .row(try group(openedBy: token))
    case .command(let name): return try command(name, token)
    case .space: return .row([])
    case .closeBrace, .superscript, .subscript, .alignment:
      throw problem("something is missing before this", at: token)
    }
  }

  /// What follows `_`, `^`, `\frac`: one symbol or a group in braces.
  mutating func argument(of owner: TeXToken) throws(MathProblem) -> Markup {
    guard let token = peek(), !token.endsList, token.kind != .subscript,
      token.kind != .superscript
    else { throw problem("something must follow this", at: owner) }
    if case .number(let digits) = token.kind, digits.count > 1 {
      // `x^12` is x¹2 in TeX. Nobody means that: ask for braces.
      throw problem(
        "more than one digit without braces", at: token,
        advice: "write {\(digits)}, or \(digits.prefix(1)) \(digits.dropFirst()) with a space")
    }
    try enter()
    defer { depth -= 1 }
    return try atom()
  }

  /// The inside of braces whose opening one has been read.
  mutating func group(openedBy brace: TeXToken) throws(MathProblem) -> [Markup] {
    let content = try list { _ in false }
    guard next()?.kind == .closeBrace else {
      throw problem("this ‘{’ is never closed", at: brace)
    }
    return content
  }

  /// The next token that is not a space.
  func peek() -> TeXToken? {
    tokens[index...].first { $0.kind != .space }
  }

  mutating func next() -> TeXToken? {
    while index < tokens.count, tokens[index].kind == .space { index += 1 }
    guard index < tokens.count else { return nil }
    defer { index += 1 }
    return tokens[index]
  }

  func problem(_ message: String, at token: TeXToken, advice: String? = nil) -> MathProblem {
    MathProblem(message: message, advice: advice, offset: token.offset, length: token.length)
  }

  func problemAtEnd(_ message: String) -> MathProblem {
    let end = tokens.last.map { $0.offset + $0.length - 1 } ?? 0
    return MathProblem(message: message, advice: nil, offset: end, length: 1)
  }

  private mutating func enter() throws(MathProblem) {
    depth += 1
    if depth <= TeXParser.deepestNesting { return }
    let token = tokens[min(index, tokens.count - 1)]
    throw problem("the formula is nested more than \(TeXParser.deepestNesting) deep", at: token)
  }

  private mutating func takePrimes() -> String? {
    var primes = ""
    while let token = peek(), token.kind == .character("'") {
      primes += "′"
      _ = next()
    }
    return primes.isEmpty ? nil : primes
  }

  private func hasLimits(_ token: TeXToken?) -> Bool {
    guard case .command(let name)? = token?.kind else { return false }
    return TeXSymbols.largeOperators[name] != nil || TeXSymbols.functions[name] == true
      || name == "underbrace" || name == "overbrace"
  }

  private mutating func takeLimitsCommand(_ takesLimits: inout Bool) {
    guard case .command(let name)? = peek()?.kind, name == "limits" || name == "nolimits" else {
      return
    }
    takesLimits = name == "limits"
    _ = next()
  }

  private func symbol(_ character: Character) -> Markup {
    switch character {
    case "-": .element("mo", [:], .text("−"))
    case "*": .element("mo", [:], .text("∗"))
    case "'": .element("mo", [:], .text("′"))
    case "(", ")", "[", "]", "|", "/":
      .element("mo", ["stretchy": "false"], .text(String(character)))
    case let letter where letter.isLetter: .element("mi", [:], .text(String(letter)))
    default: .element("mo", [:], .text(String(character)))
    }
  }
}

extension TeXToken {
  /// Ends every list, whoever opened it.
  var endsList: Bool {
    switch kind {
    case .closeBrace, .alignment: true
    case .command(let name): ["\\", "right", "end", "middle"].contains(name)
    default: false
    }
  }
}

extension Markup {
  /// Several pieces of a formula as one; a single piece as it is.
  static func row(_ content: [Markup]) -> Markup {
    content.count == 1 ? content[0] : .element("mrow", [:], content)
  }
}
