import Testing

@testable import Worksheet

@Suite struct CopyingTests {
  @Test(
    arguments: [
      ("=A1+$A1+A$1+$A$1", "=C3+$A3+C$1+$A$1"), ("=SUM(A1:$B$2)", "=SUM(C3:$B$2)"),
      ("= if( a1 > 0 , \"A1\" , 1e5 )", "= if( C3 > 0 , \"A1\" , 1e5 )"), ("=1+2", "=1+2"),
    ] as [(String, String)])
  func movesRelativeReferences(_ formula: String, expected: String) {
    var sheet = Sheet()
    sheet["D5"] = .text(formula)
    sheet.copy("D5", to: "F7")
    #expect(sheet.formula("F7") == expected)
    #expect(sheet.formula("D5")?.uppercased() == formula.uppercased())
  }

  @Test func losesReferencesOffTheSheet() throws {
    var sheet = Sheet()
    sheet["B2"] = "=A1+SUM(A1:B1)"
    sheet.copy("B2", to: "B1")
    #expect(sheet.formula("B1") == "=#REF!+SUM(#REF!)")
    #expect(sheet["B1"] == .error(.reference))
    sheet["C9"] = .text(try #require(sheet.formula("B1")))
    #expect(sheet["C9"] == .error(.reference))
  }

  @Test func fillsATable() {
    var sheet = Sheet()
    sheet["B1:D1"] = [[1, 2, 3]]
    sheet["A2:A3"] = [[10], [20]]
    sheet["B2"] = "=$A2*B$1"
    sheet.copy("B2", to: "B2:D3")
    #expect(sheet.numbers("B2:D3") == [[10, 20, 30], [20, 40, 60]])
  }

  @Test func repeatsASmallerSource() {
    var sheet = Sheet()
    sheet["A1:B1"] = [[1, "=A1*2"]]
    sheet.copy("A1:B1", to: "A2:D3")
    #expect(sheet.numbers("A2:D3") == [[1, 2, 1, 2], [1, 2, 1, 2]])
  }

  @Test func copiesOverItself() {
    var sheet = Sheet()
    sheet["A1:A4"] = [[1], [2], [3], [4]]
    sheet.copy("A1:A3", to: "A2:A4")
    #expect(sheet.numbers("A1:A4") == [[1], [1], [2], [3]])
  }

  @Test func refusesATargetThatDoesNotFit() {
    var sheet = Sheet()
    let error = #expect(throws: WorksheetError.self) {
      try sheet.copy(from: CellRange("A1:A2"), to: CellRange("C1:C3"))
    }
    #expect("\(error!)" == "C1:C3 has 3 rows and 1 columns; given were 2 rows and 1 columns")
  }

  @Test func blankCellsCopyAsBlank() {
    var sheet = Sheet()
    sheet["B1"] = 5
    sheet.copy("A1", to: "B1")
    #expect(sheet["B1"].isBlank)
    #expect(sheet.usedRange == nil)
  }

  @Test func freezingKeepsValues() {
    var sheet = Sheet()
    sheet["A1"] = 2
    sheet["B1"] = "=A1*2"
    sheet.freeze("A1:B1")
    sheet["A1"] = 9
    #expect(sheet["B1"] == 4)
  }
}
