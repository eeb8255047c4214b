import Foundation
import Plots
import Testing

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

  /// As wide as DejaVu Sans Bold sets them: nothing of a text may be cut off at an edge.
  @Test(arguments: Gallery.plots.indices)
  func `every text lies inside the drawing`(index: Int) {
    let outline = Outline(of: Gallery.plots[index].svg.rendered)
    #expect(outline.extent.count == 4)
    for text in outline.texts {
      #expect(text.left >= -0.01 && text.right <= outline.extent[2] + 0.01, "\(text)")
      #expect(text.top >= -0.01 && text.bottom <= outline.extent[3] + 0.01, "\(text)")
    }
  }

  @Test(arguments: [
    [0.001, 0.005], [10_000, 30_000], [-0.25, 0.5], [1e-12, 3e-12], [1e9, 2e12],
  ])
  func `the labels of the y axis have room`(values: [Double]) {
    let outline = Outline(of: Plot.line(values).svg.rendered)
    let labels = outline.texts.filter { $0.isBeforeAxis }
    #expect(labels.count > 2)
    for label in labels { #expect(label.left >= -0.01, "\(label)") }
  }

  @Test func `a title that needs two lines has no word alone`() {
    let title = "Mean squared error of all of these models on ratings not seen, seed 1"
    let texts = Outline(of: Plot.line([1, 2]).titled(title).svg.rendered).texts.map(\.text)
    #expect(texts.prefix(2).joined(separator: " ") == title)
    #expect(texts[1].split(separator: " ").count > 4)
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

  @Test func `fifty labels find room and cover neither marks nor each other`() {
    let svg = Gallery.crowdOfNames.svg.rendered
    let labels = Outline(of: svg).texts.filter { $0.text.hasPrefix("name ") }
    #expect(labels.count == 50)
    for (index, label) in labels.enumerated() {
      for other in labels.dropFirst(index + 1) {
        let isBeside = label.right <= other.left || other.right <= label.left
        let isAbove = label.bottom <= other.top || other.bottom <= label.top
        #expect(isBeside || isAbove, "\(label.text) and \(other.text)")
      }
    }
  }

  @Test func `the style sheet colours every class of series`() {
    for index in 1...6 { #expect(Plot.css.contains(".plot .plot-\(index) {")) }
  }
}
