import Display

/// Collects the elements of a drawing from top to bottom: title and legend first, then the area
/// with its axes, then what belongs below.
///
/// Colours and fonts are attributes, which a page's style sheet overrides by class; see
/// ``Plot/css``. No inline style, no ids.
struct SVGCanvas {
  /// Narrow, so that the letters stay legible when a telephone shows the drawing at four fifths.
  static let width = 420.0
  static let titleSize = 15.0
  static let textSize = 13.0
  static let labelSize = 12.0

  private(set) var elements: [Markup] = []
  /// Where the next block begins.
  var height = 0.0

  mutating func add(_ element: Markup) { elements.append(element) }

  /// One line of text. `anchor` is `start`, `middle` or `end`.
  static func text(
    _ text: String, x: Double, y: Double, kind: String, size: Double = textSize,
    anchor: String? = nil, weight: String? = nil
  ) -> Markup {
    .element(
      "text",
      [
        "class": kind, "x": x.svg, "y": y.svg, "font-size": size.svg, "text-anchor": anchor,
        "font-weight": weight, "fill": "currentColor",
      ], .text(text))
  }

  static func line(
    _ kind: String, from start: (x: Double, y: Double), to end: (x: Double, y: Double),
    opacity: Double, dashes: String? = nil
  ) -> Markup {
    .element(
      "path",
      [
        "class": kind, "d": "M\(start.x.svg) \(start.y.svg)L\(end.x.svg) \(end.y.svg)",
        "stroke": "currentColor", "stroke-opacity": opacity.svg, "stroke-dasharray": dashes,
        "fill": "none",
      ])
  }

  /// A thin line in the colour of the text.
  static func path(_ kind: String, _ path: String) -> Markup {
    .element(
      "path",
      ["class": kind, "d": path, "stroke": "currentColor", "stroke-width": "1.4", "fill": "none"])
  }

  /// Lines of text below what is there already.
  mutating func addHeading(_ heading: String, kind: String, size: Double, weight: String? = nil) {
    let widened = weight == nil ? size : size * SVGText.boldFactor
    for line in SVGText.balancedLines(heading, size: widened, width: SVGCanvas.width) {
      height += size * 1.3
      add(
        SVGCanvas.text(line, x: 0, y: height - size * 0.3, kind: kind, size: size, weight: weight))
    }
  }

  /// What could not be drawn, below all the rest.
  mutating func addNotes(_ notes: [String]) {
    if !notes.isEmpty { height += 6 }
    for note in notes { addHeading(note, kind: "plot-note", size: SVGCanvas.labelSize) }
  }

  /// The finished drawing.
  ///
  /// - Parameters:
  ///   - title: its name for assistive technology.
  ///   - description: its text alternative.
  func document(title: String, description: String) -> Markup {
    let named: [Markup] = [
      .element("title", [:], .text(title)), .element("desc", [:], .text(description)),
    ]
    return .element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "plot", "role": "img",
        "viewBox": "0 0 \(SVGCanvas.width.svg) \(height.rounded(.up).svg)",
        "font-family": "system-ui, sans-serif",
      ], named + elements)
  }
}
