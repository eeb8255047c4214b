import Testing

@testable import Worksheet

@Suite struct SheetViewTests {
  private var sheet: Sheet {
    var sheet = Sheet()
    sheet["A1:C3"] = [["name", "score", "half"], ["Ada", 4.5, "=B2/2"], ["Bo", nil, "=B3/0"]]
    return sheet
  }

  @Test func alignsText() {
    #expect(
      sheet.representations.plain == """
           A         B        C
        ─  ────  ─────  ───────
        1  name  score     half
        2  Ada     4.5     2.25
        3  Bo           #DIV/0!
        """)
  }

  @Test func showsAPartWithACaptionAndFormats() {
    var sheet = sheet
    sheet.format("B1:C3", decimals: 2)
    sheet.format("C2", decimals: 0)
    #expect(
      sheet.view("B2:C2", caption: "Scores").representations.plain == """
        Scores

              B  C
        ─  ────  ─
        2  4.50  2
        """)
  }

  @Test func showsFormulas() {
    #expect(sheet.formulas("C2").representations.plain == "   C\n─  ─────\n2  =B2/2")
  }

  @Test func isAnHTMLTableWithHeaders() throws {
    let html = try #require(sheet.view("A1:B2", caption: "a < b").representations.html).rendered
    for part in [
      "<caption>a &lt; b</caption>", "<th scope=\"col\">A</th>", "scope=\"row\"", ">4.5</td>",
    ] { #expect(html.contains(part), "\(part) in \(html)") }
  }

  @Test(
    arguments: [
      (0.1 + 0.2, "0.3"), (2.142_000_000_000_000_3, "2.142"), (100, "100"), (1e20, "1E+20"),
      (-1.5e-7, "-1.5E-07"), (0, "0"), (-0.0, "0"), (1 / 3, "0.3333333333"),
      (123_456_789_012, "123456789012"),
    ] as [(Double, String)])
  func writesNumbersAsASpreadsheetDoes(_ number: Double, expected: String) {
    #expect(CellValue.number(number).description == expected)
  }

  @Test func anEmptySheetSaysSo() {
    #expect(Sheet().representations.plain == "(empty sheet)")
  }

  @Test func aSheetWithACellInTheLastCornerSaysSo() {
    var sheet = Sheet()
    sheet["XFD1048576"] = 1
    #expect(sheet.representations.plain.contains("too many to show"))
    #expect(sheet.view("XFD1048576").representations.plain.contains("XFD"))
  }

  @Test func leavesOutTheMiddleOfALongView() {
    var sheet = Sheet()
    sheet["A1:A1000"] = 7
    let lines = sheet.representations.plain.split(separator: "\n")
    #expect(lines.count == 53)
    #expect(lines[42] == "…" || lines[42].hasPrefix("…"))
    #expect(lines[43].hasPrefix(" 991"))
  }
}
