import Display

/// The names of series and reference lines in rows above the drawing.
struct SVGLegend {
  struct Entry {
    let name: String
    /// The sample, 22 wide, drawn around a height.
    let sample: (_ x: Double, _ y: Double) -> [Markup]
  }

  private static let sampleWidth = 22.0
  private static let gap = 16.0
  private static let rowHeight = 20.0

  static func add(_ entries: [Entry], to canvas: inout SVGCanvas) {
    if entries.isEmpty { return }
    canvas.height += 4
    var x = 0.0
    var y = canvas.height + rowHeight / 2
    for entry in entries {
      let room = canvas.width - sampleWidth - 6
      let name = SVGText.truncated(entry.name, size: SVGCanvas.textSize, width: room)
      let width = sampleWidth + 6 + SVGText.width(name, size: SVGCanvas.textSize)
      if x > 0 && x + width > canvas.width {
        x = 0
        y += rowHeight
      }
      for element in entry.sample(x, y) { canvas.add(element) }
      canvas.add(
        SVGCanvas.text(name, x: x + sampleWidth + 6, y: y + 4.5, kind: "plot-legend"))
      x += width + gap
    }
    canvas.height = y + rowHeight / 2
  }
}
