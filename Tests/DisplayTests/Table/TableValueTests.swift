import Display
import Testing

@Suite struct TableValueTests {
  private enum Genre: TableValue { case drama }

  private struct Two: TableValue, Displayable {
    var representations: Representations { Representations(plain: "two\nlines") }
  }

  private static let missing: Double?? = .some(nil)
  private static var cases: [(any TableValue, Table.Cell)] {
    [
      (3, .integer(3)), (UInt8(200), .integer(200)), (UInt64.max, .text("18446744073709551615")),
      (0.1, .number(0.1, shortest: "0.1")),
      (Float(0.1), .number(Double(Float(0.1)), shortest: "0.1")),
      ("a\tb", .text("a b")), (Substring("ab").dropFirst(), .text("b")),
      (Character("é"), .text("é")),
      (true, .text("true")), ([1, 2], .text("[1, 2]")),
      (["b": 1, "a": 2], .text("[\"a\": 2, \"b\": 1]")),
      (0..<3, .text("0..<3")), (Optional(2.5), .number(2.5, shortest: "2.5")), (missing, .missing),
      (Genre.drama, .text("drama")), (Two(), .text("two lines")),
      (Table.Cell.integer(7), .integer(7)),
    ]
  }

  @Test(arguments: cases.indices)
  func `every value has a cell, the same as among cells of any value`(index: Int) {
    let (value, cell) = Self.cases[index]
    #expect(value.tableCell == cell)
    #expect(Table.Cell(value) == cell)
    #expect(Row(value).cells == [cell])
  }

  @Test func `values of any other type are cells, too, where types are given up`() {
    struct Point { var x = 1 }
    #expect(Table.Cell(Point()) == .text("Point(x: 1)"))
    #expect(Table.Cell(Point?.none as Any) == .missing)
    #expect(Row(Table.Cell(Point())).cells == [.text("Point(x: 1)")])
  }
}
