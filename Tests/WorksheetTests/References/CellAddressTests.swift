import Testing

@testable import Worksheet

@Suite struct CellAddressTests {
  @Test(
    arguments: [
      ("A1", 1, 1), ("Z9", 26, 9), ("AA10", 27, 10), ("AZ1", 52, 1), ("BA1", 53, 1),
      ("XFD1048576", 16_384, 1_048_576),
    ] as [(String, Int, Int)])
  func readsAndWrites(_ text: String, column: Int, row: Int) throws {
    let address = try #require(CellAddress(text))
    #expect(address.column == column && address.row == row)
    #expect(address.description == text)
  }

  @Test(
    arguments: [
      "", "A", "1", "A0", "A01", "XFE1", "A1048577", "AAAA1", "A1B", "A-1", "ZZZ999999", "Ä1", "A１",
      "A99999999999999999999",
    ] as [String])
  func refuses(_ text: String) { #expect(CellAddress(text) == nil) }

  @Test(
    arguments: [
      ("B7", 2, 3, "D10"), ("$B7", 2, 3, "$B10"), ("B$7", 2, 3, "D$7"), ("$B$7", 2, 3, "$B$7"),
      ("b7", -1, -6, "A1"),
    ] as [(String, Int, Int, String)])
  func copiesReferences(_ text: String, columns: Int, rows: Int, expected: String) throws {
    let reference = try #require(CellReference(text))
    #expect(reference.shifted(columns: columns, rows: rows)?.text == expected)
  }

  @Test func copyingOffTheSheetLosesTheReference() throws {
    let reference = try #require(CellReference("A1"))
    #expect(reference.shifted(columns: -1, rows: 0) == nil)
  }

  @Test(arguments: [("B2:D3", 6), ("D3:B2", 6), ("C9", 1), ("$A$1:A1", 1)])
  func rangesCount(_ text: String, count: Int) throws {
    #expect(try CellRange(text).count == count)
  }

  @Test(arguments: ["A1:XFD1048576", "A1:", ":A1", "A1:B2:C3", "", "A1:ZZZ9", "A:A"])
  func refusesRanges(_ text: String) {
    #expect(throws: WorksheetError.self) { try CellRange(text) }
  }
}
