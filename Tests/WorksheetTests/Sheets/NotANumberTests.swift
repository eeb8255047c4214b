import Testing

@testable import Worksheet

/// NaN and infinity that are put into cells: one error everywhere.
@Suite struct NotANumberTests {
  static let numbers = [Double.nan, .infinity, -.infinity, -.nan, .signalingNaN]

  @Test(arguments: numbers)
  func becomesAnErrorHoweverItIsEntered(_ number: Double) throws {
    var sheet = Sheet()
    sheet["A1"] = .number(number)
    sheet["A2:A3"] = .number(number)
    sheet["A4:B4"] = [[.number(number), CellValue(number)]]
    try sheet.change { $0["A5"] = .number(number) }
    try sheet.setNumbers([number], at: [#require(CellAddress("A6"))])
    sheet["B1"] = "=\(1)"
    sheet.copy("A1", to: "A7")
    for cell in ["A1", "A2", "A3", "A4", "B4", "A5", "A6", "A7"] {
      #expect(sheet[cell] == .error(.number), "\(cell)")
    }
    #expect(sheet.view("A1:A2").representations.plain.contains("#NUM!"))
    #expect(sheet.numbers("A1:B1") == [[nil, 1]])
  }

  @Test(
    arguments: [
      "=A1", "=A1+1", "=-A1", "=A1&\"\"", "=A1=A1", "=A1>0", "=SUM(A1)", "=SUM(A1,1)",
      "=SUM(A1:A3)",
      "=AVERAGE(A1:A3)", "=MAX(A1:A3)", "=IF(A1,1,2)", "=ROUND(A1,0)", "=AND(A1,TRUE)",
      "=SUMPRODUCT(A1:A3,A1:A3)", "=MEDIAN(A1:A3)", "=STDEV(A1:A3)", "=CORREL(A1:A3,B1:B3)",
      "=MATCH(A1,A1:A3,0)", "=INDEX(A1:A3,1)", "=LEN(A1)", "=CHOOSE(1,A1)", "=SQRT(A1)",
    ])
  func spreadsAsAnError(_ formula: String) {
    for number in Self.numbers {
      var sheet = Sheet()
      sheet["A1:A3"] = [[.number(number)], [2], [3]]
      sheet["C1"] = .text(formula)
      #expect(sheet["C1"] == .error(.number), "\(formula)")
    }
  }

  @Test(
    arguments: [
      ("=COUNT(A1:A3)", 2), ("=COUNT(A1)", 0), ("=COUNTA(A1:A3)", 3), ("=ISNUMBER(A1)", false),
      ("=ISERROR(A1)", true), ("=IFERROR(A1,7)", 7), ("=COUNTIF(A1:A3,\">0\")", 2),
      ("=SUMIF(A1:A3,\">0\")", 5), ("=ISBLANK(A1)", false),
    ] as [(String, CellValue)])
  func countsAsAnError(_ formula: String, expected: CellValue) {
    var sheet = Sheet()
    sheet["A1:A3"] = [[.number(.nan)], [2], [3]]
    sheet["C1"] = .text(formula)
    #expect(sheet["C1"] == expected, "\(formula)")
  }
}
