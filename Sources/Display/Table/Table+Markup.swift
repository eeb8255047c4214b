extension Table {
  /// A `<table>` with a caption and headers with their scope; number cells have the class
  /// `number`, the row that stands for rows left out has the class `omitted`.
  public var markup: Markup {
    let shown = shownRows
    var body = shown.first.map(rowMarkup)
    if shown.omitted > 0 {
      let cell = Markup.element(
        "td", ["colspan": "\(columns.count)"], .text("… \(format(shown.omitted)) more rows …"))
      body.append(.element("tr", ["class": "omitted"], cell))
    }
    body += shown.last.map(rowMarkup)
    let head = Markup.element("tr", [:], columns.indices.map(headerMarkup))
    var parts = [Markup.element("thead", [:], head), .element("tbody", [:], body)]
    if let caption { parts.insert(.element("caption", [:], .text(caption)), at: 0) }
    return .element("table", [:], parts)
  }

  private func headerMarkup(_ index: Int) -> Markup {
    let title = columns[index].title
    let kind = isNumeric(index) ? "number" : nil
    // A header that says nothing would be read out as one: the corner of a table is a cell.
    if title.isEmpty { return .element("td") }
    return .element("th", ["scope": "col", "class": kind], .text(title))
  }

  private func rowMarkup(_ row: [Cell]) -> Markup {
    let cells = columns.indices.map { index in
      let text = text(of: row[index], in: columns[index])
      let kind = isNumeric(index) ? "number" : nil
      // Blank where the name above goes on: a cell, too.
      return columns[index].isRowHeader && !text.isEmpty
        ? Markup.element("th", ["scope": "row", "class": kind], .text(text))
        : Markup.element("td", ["class": kind], .text(text))
    }
    return .element("tr", [:], cells)
  }
}
