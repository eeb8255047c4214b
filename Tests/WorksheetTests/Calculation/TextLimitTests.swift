import Testing

@testable import Worksheet

/// As in Excel, a formula makes texts of up to 32,767 characters.
struct TextLimitTests {
  @Test(arguments: ["=A1&B1", "=CONCAT(A1,B1)", "=CONCATENATE(A1,B1)"])
  func joined(formula: String) {
    var sheet = Sheet()
    sheet["A1"] = .text(String(repeating: "a", count: 32_766))
    sheet["B1"] = "b"
    sheet["C1"] = .text(formula)
    let whole: CellValue = sheet["C1"]
    #expect(whole == .text(String(repeating: "a", count: 32_766) + "b"))
    sheet["B1"] = "bc"
    let tooLong: CellValue = sheet["C1"]
    #expect(tooLong == .error(.value))
  }

  /// Cells that double one another would take all memory.
  @Test func doubling() {
    var sheet = Sheet()
    sheet["A1"] = "ab"
    sheet["A2:A60"] = "=A1&A1"
    let (last, first): (CellValue, CellValue) = (sheet["A60"], sheet["A15"])
    #expect(last == .error(.value))
    #expect(first == .error(.value))
    let kept: CellValue = sheet["A14"]
    #expect(kept == .text(String(repeating: "ab", count: 1 << 13)))
  }
}
