import Display
import Testing

@Suite struct TableMarkupTests {
  @Test func `headers have a scope and numbers a class`() {
    let table = Table(
      columns: [.rowHeader("user"), .init("error", decimals: 2)],
      rows: [["Ann", 0.5], ["Bob", nil]], caption: "Errors")
    #expect(
      table.markup.rendered == """
        <table><caption>Errors</caption><thead><tr><th scope="col">user</th>\
        <th scope="col" class="number">error</th></tr></thead><tbody>\
        <tr><th scope="row">Ann</th><td class="number">0.50</td></tr>\
        <tr><th scope="row">Bob</th><td class="number"></td></tr></tbody></table>
        """)
  }

  @Test func `what a cell or a title says is never markup`() {
    let hostile = "</td><script>alert('1')</script>"
    let rendered = Table(columns: [.init(hostile)], rows: [[hostile]], caption: hostile).markup
      .rendered
    #expect(!rendered.contains("<script"))
    #expect(rendered.contains("&lt;script&gt;"))
  }

  @Test func `an empty header is a cell`() {
    let rendered = Table(columns: [.rowHeader(""), "A"], rows: [["1", "x"]]).markup.rendered
    #expect(rendered.contains("<thead><tr><td></td><th scope=\"col\">A</th></tr></thead>"))
    let grouped = Table(
      columns: [.rowHeader("a"), "b"], rows: [["x", "1"], ["", "2"], [nil, "3"]])
    #expect(
      grouped.markup.rendered.contains(
        "<tbody><tr><th scope=\"row\">x</th><td>1</td></tr><tr><td></td><td>2</td></tr>"
          + "<tr><td></td><td>3</td></tr></tbody>"))
  }

  @Test func `rows left out are announced`() {
    let rows = (1...30).map { [$0, $0] as [Any?] }
    let rendered = Table(columns: ["a", "b"], rows: rows).markup.rendered
    #expect(rendered.contains("<tr class=\"omitted\"><td colspan=\"2\">… 5 more rows …</td></tr>"))
    #expect(rendered.components("<tr>") == 26)
  }

  @Test func `a table displays itself as text and as HTML`() {
    let table = Table(columns: ["a"], rows: [[1]])
    #expect(representations(of: table) == Representations(plain: table.text, html: table.markup))
  }
}

extension String {
  /// How often `part` occurs.
  fileprivate func components(_ part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
