import Foundation
import Testing

@testable import Plots

@Suite struct ColorScaleTests {
  /// The contrast ratio of WCAG 2.
  private func contrast(_ left: RGB, _ right: RGB) -> Double {
    let (a, b) = (luminance(left), luminance(right))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private func luminance(_ color: RGB) -> Double {
    func linear(_ part: Double) -> Double {
      let part = part / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  @Test(arguments: [Plot.Palette.sequential, .diverging(center: 0.5)])
  func `figures can be read on every colour`(palette: Plot.Palette) throws {
    let colors = try #require(PlacedColorScale(Plot.ColorScale(palette), fitting: [0, 1]))
    for step in 0...63 {
      let color = colors.color(at: Double(step) / 63)
      let letters = color.isDark ? RGB(0xFFFFFF) : RGB(0)
      #expect(contrast(color, letters) >= 4.5, "\(step) \(color.text)")
    }
  }

  @Test func `the sequential colours become lighter all the way`() throws {
    let colors = try #require(PlacedColorScale(Plot.ColorScale(), fitting: [0, 1]))
    let steps = (0...63).map { luminance(colors.color(at: Double($0) / 63)) }
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `the ends and the middle have the colours that they should`() throws {
    let sequential = try #require(PlacedColorScale(Plot.ColorScale(), fitting: [2, 6]))
    #expect([2, 6, -9, 99].map { sequential.position(of: $0) } == [0, 1, 0, 1])
    #expect(sequential.position(of: .nan) == nil)
    #expect(sequential.color(at: 0).text == "#440154" && sequential.color(at: 1).text == "#fde725")
    let diverging = try #require(
      PlacedColorScale(Plot.ColorScale(.diverging(center: 5)), fitting: [2, 6]))
    #expect([2, 5, 8].map { diverging.position(of: $0) } == [0, 0.5, 1])
    #expect(diverging.color(at: 0.5).text == "#f5f5f3")
    #expect(PlacedColorScale(Plot.ColorScale(), fitting: [.nan]) == nil)
  }
}
