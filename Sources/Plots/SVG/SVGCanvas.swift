import Display

/// Collects the elements of a drawing from top to bottom: title and legend first, then the area
/// with its axes, then what belongs below.
///
/// Colours and fonts are attributes, which a page's style sheet overrides by class; see
/// ``Plot/css``. No inline style, no ids.
struct SVGCanvas {
  /// Narrow, so that the letters stay legible when a telephone shows the drawing at four fifths.
  static let standardWidth = 420.0
  static let titleSize = 15.0
  static let textSize = 13.0
  static let labelSize = 12.0

  var width = standardWidth
  private(set) var elements: [Markup] = []
  /// Where the next block begins.
  var height = 0.0

  mutating func add(_ element: Markup) { elements.append(element) }

  /// One line of text. `anchor` is `start`, `middle` or `end`.
  static func text(
    _ text: String, x: Double, y: Double, kind: String, size: Double = textSize,
    anchor: String? = nil, weight: String? = nil, color: String = "currentColor"
  ) -> Markup {
    .element(
      "text",
      [
        "class": kind, "x": x.svg, "y": y.svg, "font-size": size.svg, "text-anchor": anchor,
        "font-weight": weight, "fill": color,
      ], .text(text))
  }

  /// One line of text that runs upwards and ends at a place.
  static func uprightText(
    _ text: String, x: Double, y: Double, kind: String, size: Double
  ) -> Markup {
    .element(
      "text",
      [
        "class": kind, "x": x.svg, "y": y.svg, "font-size": size.svg, "text-anchor": "end",
        "transform": "rotate(-90 \(x.svg) \(y.svg))", "fill": "currentColor",
      ], .text(text))
  }

  static func line(
    _ kind: String, from start: (x: Double, y: Double), to end: (x: Double, y: Double),
    opacity: Double, dashes: String? = nil, width: String? = nil
  ) -> Markup {
    .element(
      "path",
      [
        "class": kind, "d": "M\(start.x.svg) \(start.y.svg)L\(end.x.svg) \(end.y.svg)",
        "stroke": "currentColor", "stroke-opacity": opacity.svg, "stroke-dasharray": dashes,
        "stroke-width": width,
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
    for line in SVGText.balancedLines(heading, size: widened, width: width) {
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
  ///   - kind: the classes of the whole.
  func document(title: String, description: String, kind: String = "plot") -> Markup {
    let named: [Markup] = [
      .element("title", [:], .text(title)), .element("desc", [:], .text(description)),
    ]
    return .element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": kind, "role": "img",
        "viewBox": "0 0 \(width.svg) \(height.rounded(.up).svg)",
        "font-family": "system-ui, sans-serif",
      ], named + elements)
  }
}
