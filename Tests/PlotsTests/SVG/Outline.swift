import Foundation

@testable import Plots

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an XML parser sees of a drawing.
final class Outline: NSObject, XMLParserDelegate {
  /// A text and the room that it takes.
  struct PlacedText {
    var text = ""
    let x: Double
    let y: Double
    let size: Double
    let anchor: String?
    let isBold: Bool

    var width: Double { SVGText.width(text, size: size) * (isBold ? SVGText.boldFactor : 1) }
    var left: Double {
      switch anchor {
      case "end": x - width
      case "middle": x - width / 2
      default: x
      }
    }
    var right: Double { left + width }
    var top: Double { y - size * 0.76 }
    var bottom: Double { y + size * 0.24 }
    /// Labels of the y axis are the only ones that end where they are put.
    var isBeforeAxis: Bool { anchor == "end" }
  }

  private(set) var isWellFormed = false
  private(set) var elements: [String] = []
  private(set) var attributes: Set<String> = []
  private(set) var geometry: [(String, String)] = []
  private(set) var textAlternative = ""
  private(set) var texts: [PlacedText] = []
  /// The numbers of the `viewBox`.
  private(set) var extent: [Double] = []
  private var open = ""

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
    open = name
    elements.append(name)
    self.attributes.formUnion(attributes.keys)
    for key in ["d", "x", "y", "width", "height", "viewBox", "cx", "cy", "r"] {
      if let value = attributes[key] { geometry.append((key, value)) }
    }
    func number(_ key: String) -> Double { Double(attributes[key] ?? "") ?? .nan }
    if name == "text" {
      texts.append(
        PlacedText(
          x: number("x"), y: number("y"), size: number("font-size"),
          anchor: attributes["text-anchor"], isBold: attributes["font-weight"] != nil))
    }
    if name == "svg" {
      extent = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open = ""
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if open == "desc" { textAlternative += text }
    if open == "text" { texts[texts.count - 1].text += text }
  }
}
