import Foundation
import Plots
import Testing

@Suite struct IsolatedPointsTests {
  private static let every2nd = (0..<26).map { $0 % 2 == 0 ? Double($0) : .nan }
  private static let long = (0..<80).map { $0 % 2 == 0 ? Double($0) : .nan }

  private func dots(_ text: String) -> Int {
    text.unicodeScalars.filter { (0x2801...0x28FF).contains($0.value) }
      .reduce(0) { $0 + ($1.value - 0x2800).nonzeroBitCount }
  }

  /// The marks of a drawing: each begins with a move.
  private func marks(_ svg: String) -> Int {
    svg.components(separatedBy: "class=\"plot-mark").dropFirst().reduce(0) { sum, piece in
      let path = piece.components(separatedBy: "d=\"")[1].prefix { $0 != "\"" }
      return sum + path.count { $0 == "M" }
    }
  }

  @Test(arguments: [every2nd, long])
  func `points alone between gaps are drawn in both forms`(values: [Double]) {
    let count = values.count { !$0.isNaN }
    let plot = Plot.line(values)
    #expect(dots(plot.text) == count)
    #expect(marks(plot.svg.rendered) == count)
    #expect(plot.asciiText.count { $0 == "." } >= 13)
  }

  @Test func `a point between a gap and a stroke is part of the stroke`() {
    var values = (0..<40).map(Double.init)
    values[1] = .nan
    #expect(marks(Plot.line(values).svg.rendered) == 1)
  }

  @Test func `bars without a length are not drawn`() {
    let plot = Plot.bars(["a": 1, "b": -2, "zero": 0, "nearly": 1e-9])
    let rows = plot.text.split(separator: "\n").map { String($0.split(separator: "│")[1]) }
    let sliver: Set<Character> = ["█", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    #expect(sliver.isDisjoint(with: rows[2]) && sliver.isDisjoint(with: rows[3]))
    #expect(plot.svg.rendered.components(separatedBy: "<rect").count == 3)
    #expect(!Plot.bars(["zero": 0, "x": -5]).asciiText.split(separator: "\n")[0].contains("#"))
  }

  @Test func `bars to both sides are as long as their values`() {
    let text = Plot.bars(["up": 2, "down": -2, "half": -1]).asciiText
    let lengths = text.split(separator: "\n").map { row in row.count { $0 == "#" } }
    #expect(lengths == [22, 22, 11])
  }
}
