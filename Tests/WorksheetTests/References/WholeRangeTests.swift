import Testing

@testable import Worksheet

/// Whole columns and rows, `B:D` and `2:3`.
@Suite struct WholeRangeTests {
  @Test(
    arguments: [
      ("=SUM(B:B)", "=SUM(C:C)"), ("=SUM($B:$B)", "=SUM($B:$B)"), ("=SUM($B:C)", "=SUM($B:D)"),
      ("=SUM(5:6)", "=SUM(7:8)"), ("=SUM($5:6)", "=SUM($5:8)"), ("=SUM(A1 : B1)", "=SUM(B3:C3)"),
      ("=SUM(XFD:XFD)", "=SUM(#REF!)"), ("=SUM(1048575:1048576)", "=SUM(#REF!)"),
      ("=SUM(B1:B1048576)", "=SUM(C:C)"), ("=SUM( B : B )+1", "=SUM( C:C )+1"),
    ] as [(String, String)])
  func movesWhenCopied(_ formula: String, expected: String) throws {
    let copy = try FormulaParser.formula(formula).copied(columns: 1, rows: 2)
    #expect(copy.text == expected)
  }

  @Test func followsCellsThatAreAddedLater() {
    var sheet = Sheet()
    sheet["A1:C1"] = [["=SUM(B:B)", 1, "=SUM(10:12)"]]
    #expect(sheet["A1"] == 1)
    sheet["B900"] = 5
    #expect(sheet["A1"] == 6)
    sheet["B1000000"] = 10
    #expect(sheet["A1"] == 16)
    sheet["B900"] = nil
    #expect(sheet["A1"] == 11)
    sheet["XFD11"] = 4
    #expect(sheet["C1"] == 4)
    sheet["C1"] = nil
    sheet["XFD11"] = 5
    #expect(sheet["C1"] == .blank)
  }

  @Test(arguments: [("B7", "=SUM(B:B)"), ("B7", "=SUM(A:C)"), ("B7", "=COUNT(7:7)")])
  func holdsItsOwnCellInACycle(_ cell: String, formula: String) {
    var sheet = Sheet()
    let error = #expect(throws: WorksheetError.self) {
      try sheet.enter(.text(formula), in: CellRange(cell))
    }
    #expect(error?.description.hasPrefix("a cell needs its own value: B7 → B7.") == true)
  }

  @Test(
    arguments: [
      ("=ROWS(B:B)", 1_048_576), ("=COLUMNS(B:D)", 3), ("=COUNTBLANK(B:B)", 1_048_573),
      ("=COUNTIF(B:B,\"\")", 1_048_573), ("=COUNTIF(B:B,\"<>\")", 3), ("=COUNTIF(B:B,0)", 0),
      ("=INDEX(B:B,3)", 3), ("=INDEX(B:B,1048576)", 0), ("=INDEX(B:B,1048577)", .error(.reference)),
      ("=B:B", .error(.value)), ("=SUMPRODUCT(B:B,C:C)", 32), ("=SUM(B:C)", 21), ("=SUM(1:2)", 12),
      ("=COUNTIFS(B:B,\">1\",C:C,\"<6\")", 1), ("=SUMIF(B:B,\">1\",C:C)", 11),
      ("=SUM(B:B*C:C)", 32),
      ("=SUM(TRANSPOSE(B:B))", 6), ("=MAX(G:H)", 0),
    ] as [(String, CellValue)])
  func readsWhatIsThere(_ formula: String, expected: CellValue) {
    var sheet = Sheet()
    sheet["B1:C3"] = [[1, 4], [2, 5], [3, 6]]
    sheet["F9"] = .text(formula)
    #expect(sheet["F9"] == expected, "\(formula)")
  }

  /// SUMIF sums a range of the tested one's shape, and sees its cells change.
  @Test func stretchesTheRangeToSum() {
    var sheet = Sheet()
    sheet["A1:B3"] = [[1, 10], [2, 20], [3, 30]]
    sheet["D1"] = "=SUMIF(A1:A3,\">1\",B1)"
    #expect(sheet["D1"] == 50)
    sheet["B3"] = 100
    #expect(sheet["D1"] == 120)
    #expect(sheet.formula("D1") == "=SUMIF(A1:A3,\">1\",B1)")
    sheet.copy("D1", to: "D2")
    #expect(sheet.formula("D2") == "=SUMIF(A2:A4,\">1\",B2)")
    #expect(sheet["D2"] == 120)
  }
}
