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
    /// Runs upwards and ends where it is put.
    var isUpright = false

    var width: Double { SVGText.width(text, size: size) * (isBold ? SVGText.boldFactor : 1) }
    var left: Double {
      if isUpright { return x - size * 0.76 }
      return switch anchor {
      case "end": x - width
      case "middle": x - width / 2
      default: x
      }
    }
    var right: Double { isUpright ? x + size * 0.24 : left + width }
    var top: Double { isUpright ? y : y - size * 0.76 }
    var bottom: Double { isUpright ? y + width : y + size * 0.24 }
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
  private var shift = (x: 0.0, y: 0.0)

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
    if name == "g" { shift = Outline.shift(attributes["transform"] ?? "") }
    func number(_ key: String) -> Double { Double(attributes[key] ?? "") ?? .nan }
    if name == "text" {
      texts.append(
        PlacedText(
          x: number("x") + shift.x, y: number("y") + shift.y, size: number("font-size"),
          anchor: attributes["text-anchor"], isBold: attributes["font-weight"] != nil,
          isUpright: attributes["transform"] != nil))
    }
    if name == "svg" {
      extent = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
    }
  }

  /// The numbers of `translate(x y)`.
  private static func shift(_ transform: String) -> (x: Double, y: Double) {
    let numbers = transform.dropFirst("translate(".count).dropLast().split(separator: " ")
    return numbers.count == 2 ? (Double(numbers[0]) ?? .nan, Double(numbers[1]) ?? .nan) : (0, 0)
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
