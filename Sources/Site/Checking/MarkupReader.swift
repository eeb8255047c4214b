import Display

/// Reads well-formed markup strictly: what it cannot read with certainty it refuses.
///
/// Every element is closed, attributes are quoted, entities are the five of XML and numbers.
/// No comments, no CDATA, no processing instructions, no doctype.
struct MarkupReader {
  struct Malformed: Error {}

  /// Deeper nesting is refused; the stack is safe.
  static let deepestNesting = 60

  /// Elements that need no end tag.
  private static let voidElements: Set<String> = ["br", "col", "hr"]

  private let vocabulary: MarkupVocabulary
  private var rest: Substring.UnicodeScalarView

  /// The pieces of `source`, all of them in the vocabulary.
  static func read(_ source: String, as vocabulary: MarkupVocabulary) throws(Malformed) -> [Markup]
  {
    var reader = MarkupReader(vocabulary: vocabulary, rest: source[...].unicodeScalars)
    let content = try reader.content(inside: nil, depth: 0)
    guard reader.rest.isEmpty else { throw Malformed() }
    return content
  }

  private mutating func content(inside parent: String?, depth: Int) throws(Malformed) -> [Markup] {
    if depth > Self.deepestNesting { throw Malformed() }
    var pieces: [Markup] = []
    while let first = rest.first {
      if first != "<" {
        pieces.append(.text(try text(until: "<")))
      } else if rest.dropFirst().first == "/" {
        break
      } else {
        pieces.append(try element(inside: parent, depth: depth))
      }
    }
    return pieces
  }

  private mutating func element(inside parent: String?, depth: Int) throws(Malformed) -> Markup {
    try take("<")
    let name = try takeName()
    guard vocabulary.allows(name, inside: parent) else { throw Malformed() }
    let attributes = try attributes(of: name)
    if rest.first == "/" {
      try take("/>")
      return .element(name, attributes, [])
    }
    try take(">")
    if Self.voidElements.contains(name) { return .element(name, attributes, []) }
    let content = try content(inside: name, depth: depth + 1)
    try take("</")
    guard try takeName() == name else { throw Malformed() }
    skipSpace()
    try take(">")
    return .element(name, attributes, content)
  }

  private mutating func attributes(of element: String) throws(Malformed) -> Attributes {
    var pairs: [(key: String, value: String)] = []
    while skipSpace(), let first = rest.first, first != ">", first != "/" {
      let name = try takeName()
      try take("=")
      guard let quote = rest.popFirst(), quote == "\"" || quote == "'" else { throw Malformed() }
      let value = try text(until: quote)
      guard rest.popFirst() == quote, !pairs.contains(where: { $0.key == name }),
        vocabulary.allows(attribute: name, value: value, of: element)
      else { throw Malformed() }
      pairs.append((name, value))
    }
    return Attributes(pairs)
  }

  /// Text up to `end` or the end of the source, its entities resolved.
  private mutating func text(until end: Unicode.Scalar) throws(Malformed) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = rest.first, scalar != end {
      rest.removeFirst()
      switch scalar {
      case "<": throw Malformed()
      case "&": text.append(try entity())
      default: text.append(scalar)
      }
    }
    return String(text)
  }

  private mutating func entity() throws(Malformed) -> Unicode.Scalar {
    guard let semicolon = rest.prefix(10).firstIndex(of: ";") else { throw Malformed() }
    let name = String(rest[..<semicolon])
    rest = rest[rest.index(after: semicolon)...]
    let named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
    ]
    if let scalar = named[name] { return scalar }
    guard name.hasPrefix("#") else { throw Malformed() }
    let digits = name.dropFirst()
    let value =
      digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    guard let scalar = value.flatMap(Unicode.Scalar.init) else { throw Malformed() }
    return scalar
  }

  private mutating func takeName() throws(Malformed) -> String {
    let name = rest.prefix { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789-:".unicodeScalars.contains(scalar))
    }
    guard let first = name.first, first.properties.isAlphabetic else { throw Malformed() }
    rest = rest[name.endIndex...]
    return String(name)
  }

  private mutating func take(_ expected: String) throws(Malformed) {
    for scalar in expected.unicodeScalars {
      guard rest.popFirst() == scalar else { throw Malformed() }
    }
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    rest = rest.drop { $0 == " " || $0 == "\n" || $0 == "\t" }
    return true
  }
}
