import Foundation
import Plots
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct SVGTests {
  @Test(arguments: Gallery.plots.indices)
  func `every drawing is well-formed XML that names and describes itself`(index: Int) {
    let plot = Gallery.plots[index]
    let outline = Outline(of: plot.svg.rendered)
    #expect(outline.isWellFormed)
    #expect(outline.elements.prefix(3) == ["svg", "title", "desc"])
    #expect(!outline.elements.contains("script"))
    #expect(outline.attributes.isDisjoint(with: ["id", "style", "onload", "href"]))
    #expect(!outline.textAlternative.isEmpty)
  }

  @Test(arguments: Gallery.plots.indices)
  func `coordinates are finite and have two decimals at most`(index: Int) {
    let plot = Gallery.plots[index]
    let rendered = plot.svg.rendered
    for (attribute, value) in Outline(of: rendered).geometry {
      #expect(!value.contains("nan") && !value.contains("inf") && !value.contains("NaN"))
      #expect(value.firstMatch(of: /\.\d{3}/) == nil, "\(attribute)=\(value)")
    }
  }

  @Test func `a long curve is a small drawing`() {
    let plot = Plot.line((0..<200_000).map { Double(($0 * 7919) % 1_009) })
    #expect(plot.svg.rendered.utf8.count < 60_000)
  }

  @Test func `the drawing of a short line`() {
    let svg = Plot.line([1, 2]).axes(x: "step").svg.rendered
    #expect(
      svg.hasPrefix(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" role=\"img\" viewBox=\"0 0 420 "))
    #expect(
      svg.contains(
        "<title>Line plot</title><desc>Line plot: x (step) from 1 to 2, y from 1 to 2. Rises from 1 to 2.</desc>"
      ))
    #expect(svg.contains("class=\"plot-line plot-1\""))
  }

  @Test func `labels keep clear of each other`() {
    let labels = (0..<12).map { "label \($0)" }
    let x = (0..<12).map { Double($0 % 4) * 0.1 }
    let y = (0..<12).map { Double($0 / 4) * 0.1 }
    let svg = Plot.scatter(x: x + [10], y: y + [10], labels: labels + ["far"]).svg.rendered
    let places = svg.matches(of: /class="plot-label" x="([\d.]+)" y="([\d.]+)"/).map { match in
      (x: Double(match.1) ?? 0, y: Double(match.2) ?? 0)
    }
    #expect(places.count > 4)
    for (index, place) in places.enumerated() {
      for other in places.dropFirst(index + 1) {
        #expect((place.x - other.x).magnitude > 38 || (place.y - other.y).magnitude > 12)
      }
    }
  }

  @Test func `the style sheet colours every class of series`() {
    for index in 1...6 { #expect(Plot.css.contains(".plot .plot-\(index) {")) }
  }
}

/// What an XML parser sees.
private final class Outline: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var elements: [String] = []
  private(set) var attributes: Set<String> = []
  private(set) var geometry: [(String, String)] = []
  private(set) var textAlternative = ""
  private var isInDescription = false

  init(of text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append(name)
    self.attributes.formUnion(attributes.keys)
    for key in ["d", "x", "y", "width", "height", "viewBox", "cx", "cy", "r"] {
      if let value = attributes[key] { geometry.append((key, value)) }
    }
    isInDescription = name == "desc"
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isInDescription = false
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if isInDescription { textAlternative += text }
  }
}
