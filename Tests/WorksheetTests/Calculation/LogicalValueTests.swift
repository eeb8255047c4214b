import Testing

@testable import Worksheet

/// TRUE and FALSE in cells, where Excel tells them from numbers and LibreOffice does not. The
/// figures are what Excel documents.
///
///         A     B
///     1   TRUE  3
///     2   FALSE 4
///     3   2     5
///     4   "x"   6
@Suite struct LogicalValueTests {
  private func value(of formula: String) -> CellValue {
    var sheet = Sheet()
    sheet["A1:B4"] = [[true, 3], [false, 4], [2, 5], ["x", 6]]
    sheet["D1"] = .text(formula)
    return sheet["D1"]
  }

  @Test(
    arguments: [
      ("=SUM(A1:A4)", 2), ("=SUM(A1)", 0), ("=SUM(TRUE,2)", 3), ("=COUNT(A1:A4)", 1),
      ("=COUNT(TRUE)", 1), ("=COUNTA(A1:A4)", 4), ("=AVERAGE(A1:A4)", 2), ("=MAX(A1:A4)", 2),
      ("=MIN(A1:A2)", 0), ("=SUMSQ(A1:A4)", 4), ("=PRODUCT(A1:A4)", 2), ("=MEDIAN(A1:A4)", 2),
      ("=SUMPRODUCT(A1:A4,B1:B4)", 10), ("=SUM(A1:A4*1)", .error(.value)), ("=SUM(A1:A3*1)", 3),
      ("=COUNTIF(A1:A4,TRUE)", 1), ("=COUNTIF(A1:A4,\"TRUE\")", 1), ("=COUNTIF(A1:A4,1)", 0),
      ("=COUNTIF(A1:A4,\"<>TRUE\")", 3), ("=SUMIF(A1:A4,FALSE,B1:B4)", 4),
      ("=MATCH(TRUE,A1:A4,0)", 1), ("=MATCH(1,A1:A4,0)", .error(.notAvailable)),
      ("=VLOOKUP(FALSE,A1:B4,2,FALSE)", 4), ("=INDEX(A1:B4,1,1)", true),
      ("=AND(A1:A3)", false), ("=AND(A1,A3)", true), ("=OR(A2,A4)", false), ("=XOR(A1:A3)", false),
      ("=NOT(A1)", false), ("=IF(A2,1,2)", 2), ("=ISLOGICAL(A1)", true), ("=ISNUMBER(A1)", false),
      ("=ISTEXT(A1)", false), ("=A1+1", 2), ("=A1=TRUE()", true), ("=A1&\"\"", "TRUE"),
      ("=TRUE()", true), ("=FALSE()", false), ("=true ( )", true), ("=IF(TRUE(),1,2)", 1),
      ("=TRUE()=TRUE", true), ("=ROUND(TRUE,0)", 1),
      ("=CORREL(A1:A4,B1:B4)", .error(.divisionByZero)),
      ("=RANK(2,A1:A4)", 1), ("=LEN(A1)", 4), ("=CONCATENATE(A1,A2)", "TRUEFALSE"),
      ("=EXACT(A1,\"TRUE\")", true), ("=SUM(A1:A4>1)", 0), ("=SUM((A1:A3>1)*1)", 3),
    ] as [(String, CellValue)])
  func followsExcel(_ formula: String, expected: CellValue) {
    #expect(value(of: formula) == expected, "\(formula)")
  }
}
