import Display
import Plots
import Testing

@Suite struct TextFormTests {
  @Test(arguments: Gallery.plots.indices)
  func `no line is wider than 80 cells or ends in blanks`(index: Int) {
    let plot = Gallery.plots[index]
    for line in (plot.text + "\n" + plot.asciiText).split(separator: "\n") {
      #expect(line.terminalWidth <= 80)
      #expect(!line.hasSuffix(" "))
    }
  }

  @Test(arguments: Gallery.plots.indices)
  func `the ASCII form is ASCII without control characters`(index: Int) {
    let plot = Gallery.plots[index]
    #expect(plot.asciiText.unicodeScalars.allSatisfy { $0 == "\n" || (" "..."~").contains($0) })
    #expect(!plot.text.unicodeScalars.contains { $0 != "\n" && $0.value < 0x20 })
  }

  @Test(arguments: Gallery.plots.indices)
  func `drawing twice gives the same characters`(index: Int) {
    let plot = Gallery.plots[index]
    #expect(plot.text == plot.text)
    #expect(plot.svg.rendered == plot.svg.rendered)
  }

  @Test func `labels without room are listed`() {
    let places = Array(repeating: 1.0, count: 12)
    let labels = (1...12).map { "a rather long \($0)" }
    let text = Plot.scatter(x: places, y: places, labels: labels).text
    #expect(text.contains("Without a label for lack of room: "))
    let words = text.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    for label in labels { #expect(words.contains(label)) }
  }

  @Test func `fifty labels find room, with blanks around them`() {
    let text = Gallery.crowdOfNames.text
    #expect(!text.contains("lack of room"))
    let words = text.split { "\n│┤●".contains($0) }.joined(separator: "  ") + "  "
    for number in 0..<50 { #expect(words.contains("name \(number * 7919) "), "\(number)") }
  }

  @Test func `each series has a mark of its own`() {
    let plot = Plot.lines(["a": [1, 2], "b": [2, 1], "c": [3, 3]])
    #expect(plot.text.hasPrefix("● a   ○ b   ▲ c\n"))
    #expect(plot.asciiText.hasPrefix("* a   o b   + c\n"))
  }
}
