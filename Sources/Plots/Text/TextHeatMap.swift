import Display

/// Draws a heat map as text: a shade for each cell, and its figure where there is room.
struct TextHeatMap {
  private static let mostRows = 60
  private static let longestRowName = 20
  private static let longestColumnName = 10
  /// A cell of shades alone is at most so wide.
  private static let widestShade = 4

  private let map: Plot.HeatMap
  private let block: (Int, Int)
  private let colors: PlacedColorScale
  private let style: TextStyle
  private let names: [String]
  private let gutter: Int

  init(_ whole: Plot.HeatMap, _ colors: PlacedColorScale, _ style: TextStyle) {
    let longest = whole.rows.map { style.text($0).terminalWidth }.max() ?? 0
    gutter = min(longest, TextHeatMap.longestRowName)
    let room = style.width - gutter - 2
    (map, block) = whole.averaged(rows: TextHeatMap.mostRows, columns: room)
    names = map.rows.map {
      style.text($0).truncated(to: TextHeatMap.longestRowName, ellipsis: style.ellipsis)
    }
    self.colors = colors
    self.style = style
  }

  var lines: [String] {
    let cells = figureCells ?? shadeCells
    let width = cells.first?.first?.terminalWidth ?? 1
    let rows = cells.enumerated().map { index, row in
      (names.isEmpty ? "" : names[index]).padded(to: gutter, trailing: true) + " "
        + String(style.vertical) + row.joined()
    }
    let note = Plot.HeatMap.note(on: block).map { TextFrame.paragraph(style.text($0), style) }
    return header(width) + rows.map(\.withoutTrailingBlanks) + style.key(to: colors) + (note ?? [])
  }

  static func lines(of map: Plot.HeatMap, in plot: Plot, _ style: TextStyle) -> [String] {
    let titles = BarRows(plot: plot, style: style)
      .heading(plot.xAxis.title, categories: plot.yAxis.title)
    return titles + (plot.colors(of: map).map { TextHeatMap(map, $0, style).lines } ?? [])
  }

  private func shade(_ value: Double) -> Character {
    colors.position(of: value).map { style.shades[PlacedColorScale.level(of: $0)] } ?? " "
  }

  private var room: Int { style.width - gutter - 2 }

  /// `▓ 4.5`, nil where that is too wide.
  private var figureCells: [[String]]? {
    if block != (1, 1) { return nil }
    for digits in [4, 3, 2] {
      let figures = HeatMapFigures(map.values, digits: digits)
      let named = min(columnNames.map(\.terminalWidth).max() ?? 0, TextHeatMap.longestColumnName)
      let width = max(figures.widest + 2, named) + 2
      let narrow = figures.widest + 4
      guard let cell = [width, narrow].first(where: { $0 * map.width <= room }) else { continue }
      return zip(map.values, figures.texts).map { values, texts in
        zip(values, texts).map { value, text in
          (String(shade(value)) + " " + text.padded(to: figures.widest, trailing: true))
            .padded(to: cell)
        }
      }
    }
    return nil
  }

  private var shadeCells: [[String]] {
    let width = min(TextHeatMap.widestShade, max(1, room / max(1, map.width)))
    return map.values.map { row in
      row.map { String(repeating: shade($0), count: width) }
    }
  }

  private var columnNames: [String] {
    map.columns.map {
      style.text($0).truncated(to: TextHeatMap.longestColumnName, ellipsis: style.ellipsis)
    }
  }

  /// The names of the columns, letter below letter where the cells are narrow.
  private func header(_ width: Int) -> [String] {
    let names = columnNames
    if names.isEmpty { return [] }
    let indent = String(repeating: " ", count: gutter + 2)
    if names.allSatisfy({ $0.terminalWidth < width }) {
      return [(indent + names.map { $0.padded(to: width) }.joined()).withoutTrailingBlanks]
    }
    let letters = names.map { Array($0) }
    let height = letters.map(\.count).max() ?? 0
    return (0..<height).map { row in
      let cells = letters.map { letters in
        let index = row - (height - letters.count)
        return (index < 0 ? "" : String(letters[index])).padded(to: width)
      }
      return (indent + cells.joined()).withoutTrailingBlanks
    }
  }
}
