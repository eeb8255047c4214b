/// A piece of HTML, MathML or SVG.
///
/// All markup of the project is built from these values and rendered in one place, so text
/// and attributes are escaped everywhere:
///
///     Markup.element("td", ["class": "number"], [.text("a < b")]).rendered
///     // <td class="number">a &lt; b</td>
public indirect enum Markup: Sendable, Equatable {
  case element(String, Attributes, [Markup])
  case text(String)
  case fragment([Markup])
  /// Markup that was rendered by this type before, for example in a cached run.
  case verbatim(String)

  /// An element whose children are given one by one.
  public static func element(
    _ name: String, _ attributes: Attributes = [:], _ children: Markup...
  ) -> Markup {
    .element(name, attributes, children)
  }

  /// The characters of the document.
  public var rendered: String {
    var output = ""
    write(to: &output)
    return output
  }

  private func write(to output: inout String) {
    switch self {
    case .text(let text): output += Markup.escape(text)
    case .verbatim(let markup): output += markup
    case .fragment(let children): for child in children { child.write(to: &output) }
    case .element(let name, let attributes, let children):
      output += "<\(name)"
      for pair in attributes.pairs {
        output += " \(pair.key)=\"\(Markup.escape(pair.value))\""
      }
      output += ">"
      if children.isEmpty && Markup.voidElements.contains(name) { return }
      for child in children { child.write(to: &output) }
      output += "</\(name)>"
    }
  }

  /// Elements of HTML that have no content and no end tag.
  private static let voidElements: Set<String> = [
    "area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]

  /// `text` with the characters replaced that mean something in markup. Control characters,
  /// which HTML and XML forbid, become the replacement character.
  public static func escape(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

/// Attributes in the order in which they were given. A `nil` value leaves the attribute out.
public struct Attributes: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  public private(set) var pairs: [Pair]

  public struct Pair: Sendable, Equatable {
    public var key: String
    public var value: String
  }

  public init(dictionaryLiteral elements: (String, String?)...) {
    pairs = elements.compactMap { key, value in value.map { Pair(key: key, value: $0) } }
  }

  public init(_ pairs: [(key: String, value: String)]) {
    self.pairs = pairs.map { Pair(key: $0.key, value: $0.value) }
  }
}
