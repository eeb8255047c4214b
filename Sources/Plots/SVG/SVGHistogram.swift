import Display

/// Draws the bins of a histogram, standing side by side.
struct SVGHistogram {
  let plot: Plot
  let bins: [Plot.Bin]

  func draw(on canvas: inout SVGCanvas) {
    let (xAxis, yAxis) = (plot.binAxis(bins), plot.valueAxis)
    let references = plot.placedReferences((xAxis, yAxis))
    SVGLegend.add(references.map(SVGReference.entry), to: &canvas)
    let area = SVGAxes(xAxis: xAxis, yAxis: yAxis).draw(on: &canvas, areaHeight: 240)
    for bin in bins where bin.count > 0 {
      let left = area.left + xAxis.scale.clampedPosition(of: bin.lower) * area.width
      let right = area.left + xAxis.scale.clampedPosition(of: bin.upper) * area.width
      let height = yAxis.scale.clampedPosition(of: Double(bin.count)) * area.height
      let gap = right - left > 4 ? 1.0 : 0
      if right - left <= gap { continue }
      canvas.add(
        SVGBars.rectangle(
          left: left + gap / 2, top: area.bottom - height, width: right - left - gap, height: height
        ))
    }
    for reference in references { SVGReference.draw(reference, in: area, on: &canvas) }
  }
}
