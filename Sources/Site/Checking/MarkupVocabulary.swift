/// The elements and attributes that a step may put on a page: tables and formatted text, or a
/// drawing. Nothing that runs, loads, links or restyles.
struct MarkupVocabulary: Sendable {
  private let elements: Set<String>
  private let attributes: Set<String>
  /// Elements that may hold text only.
  private let textOnly: Set<String>
  /// The one element that everything stands in; nil when any may come first.
  private let root: String?

  func allows(_ element: String, inside parent: String?) -> Bool {
    guard elements.contains(element) else { return false }
    guard let parent else { return root == nil || element == root }
    return !textOnly.contains(parent) && element != root
  }

  func allows(attribute: String, value: String, of element: String) -> Bool {
    if attribute == "xmlns" {
      return element == "svg" && value == "http://www.w3.org/2000/svg"
    }
    guard attributes.contains(attribute) else { return false }
    // Presentation attributes such as fill="url(https://…)" would load something.
    let compact = value.lowercased().filter { !$0.isWhitespace }
    return !compact.contains("url(") && !compact.contains("javascript:")
      && !compact.contains("\\")
  }

  private static let common: Set<String> = [
    "class", "role", "lang", "dir", "title", "aria-label", "aria-hidden",
  ]

  /// `text/html`.
  static let html = MarkupVocabulary(
    elements: [
      "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "colgroup", "col", "div",
      "span", "p", "br", "hr", "em", "strong", "b", "i", "code", "kbd", "samp", "var", "pre",
      "sub", "sup", "small", "mark", "ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption",
      "abbr", "q", "s", "time",
    ],
    attributes: common.union(["scope", "colspan", "rowspan", "span", "start", "abbr"]),
    textOnly: [], root: nil)

  /// `image/svg+xml`.
  static let svg = MarkupVocabulary(
    elements: [
      "svg", "g", "path", "line", "polyline", "polygon", "rect", "circle", "ellipse", "text",
      "tspan", "title", "desc",
    ],
    attributes: common.union([
      "viewBox", "width", "height", "preserveAspectRatio", "focusable", "x", "y", "x1", "y1",
      "x2", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "d", "points", "transform", "fill",
      "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity",
      "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "text-anchor",
      "dominant-baseline", "alignment-baseline", "font-size", "font-family", "font-weight",
      "font-style", "letter-spacing", "vector-effect", "shape-rendering", "text-rendering",
      "rotate", "textLength", "lengthAdjust", "pathLength", "paint-order",
    ]),
    textOnly: ["title", "desc"], root: "svg")
}
