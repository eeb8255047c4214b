import Foundation
import Testing

@testable import Site

/// Contrast as WCAG 2.2 defines it, of the colours in the style sheet itself.
@Suite struct ContrastTests {
  private static let swift = CodeToken.Kind.allCases.filter { $0 != .plain }
    .map { "swift-\($0.rawValue)" }

  /// Text colours and what they stand on.
  static let pairs: [(text: String, on: String)] =
    ["text", "quiet", "accent", "link", "failure", "intended", "exercise"].map { ($0, "page") }
    + (swift + ["text", "quiet"]).flatMap { [($0, "code-page"), ($0, "output-page")] }
    + [
      ("text", "hover"), ("quiet", "hover"), ("failure", "failure-page"), ("text", "failure-page"),
      ("intended", "intended-page"), ("text", "intended-page"), ("exercise", "exercise-page"),
      ("text", "exercise-page"), ("quiet", "exercise-page"), ("link", "exercise-page"),
    ]

  private static let sheet = String(decoding: PackageResources.style_css, as: UTF8.self)

  @Test(arguments: pairs)
  func textCanBeRead(_ pair: (text: String, on: String)) throws {
    let text = try #require(Self.colours(pair.text))
    let ground = try #require(Self.colours(pair.on))
    for (theme, ratio) in [
      ("light", Self.contrast(text.light, ground.light)),
      ("dark", Self.contrast(text.dark, ground.dark)),
    ] {
      #expect(ratio >= 4.5, "\(pair.text) on \(pair.on), \(theme): \(ratio)")
    }
  }

  @Test func browsersWithoutLightDarkGetTheLightColours() throws {
    for match in Self.sheet.matches(of: #/--([\w-]+): light-dark\((#\w{6}), #\w{6}\)/#) {
      let (_, name, light) = match.output
      #expect(Self.sheet.contains("--\(name): \(light);"))
    }
  }

  @Test func theFormulaIsRight() {
    #expect(Self.contrast(0x000000, 0xFFFFFF) == 21)
    #expect(abs(Self.contrast(0x777777, 0xFFFFFF) - 4.48) < 0.005)
  }

  private static func colours(_ name: String) -> (light: UInt32, dark: UInt32)? {
    let pairs = sheet.matches(of: #/--([\w-]+): light-dark\(#(\w{6}), #(\w{6})\)/#)
    guard let pair = pairs.first(where: { $0.output.1 == name }),
      let light = UInt32(pair.output.2, radix: 16), let dark = UInt32(pair.output.3, radix: 16)
    else { return nil }
    return (light, dark)
  }

  private static func contrast(_ first: UInt32, _ second: UInt32) -> Double {
    let (one, two) = (luminance(first), luminance(second))
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  private static func luminance(_ colour: UInt32) -> Double {
    let weights = [(16, 0.2126), (8, 0.7152), (0, 0.0722)]
    return weights.reduce(0) { sum, part in
      let value = Double((colour >> UInt32(part.0)) & 255) / 255
      return sum + part.1 * (value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055))
    }
  }

  /// `value` to the power of 2.4.
  private static func power(_ value: Double) -> Double { pow(value, 2.4) }
}
