import Testing

@testable import Worksheet

@Suite struct RecalculationTests {
  @Test func changesFollow() {
    var sheet = Sheet()
    sheet["C1"] = "=B1+1"
    sheet["B1"] = "=A1*2"
    sheet["A1"] = 5
    #expect(sheet["C1"] == 11)
    sheet["B1"] = 3
    #expect(sheet["C1"] == 4)
    sheet["A1"] = 100
    #expect(sheet["C1"] == 4)
    sheet["B1"] = nil
    #expect(sheet["C1"] == 1)
  }

  @Test func onlyWhatDependsOnAChangeIsCalculated() throws {
    var sheet = Sheet()
    sheet["A1:A3"] = [[1], [2], [3]]
    sheet["B1:B3"] = "=A1*10"
    sheet["C1"] = "=SUM(B1:B3)"
    sheet["D1"] = "=SUM(A1:A2)"
    sheet["C2"] = "=SUM(A1:A100)"
    let order = try sheet.graph.order(afterChanging: [#require(CellAddress("A3"))])
    #expect(order.map(\.description) == ["A3", "C2", "B3", "C1"])
  }

  @Test func replacedFormulasAreForgotten() throws {
    var sheet = Sheet()
    sheet["B1"] = "=A1+SUM(A1:A100)"
    sheet["B1"] = "=C1"
    let order = try sheet.graph.order(afterChanging: [#require(CellAddress("A1"))])
    #expect(order.map(\.description) == ["A1"])
  }

  @Test func aLongChainNeedsNoDeepStack() throws {
    var sheet = Sheet()
    sheet["A1"] = 1
    sheet["A2:A100001"] = "=A1+1"
    #expect(sheet["A100001"] == 100_001)
    sheet["A1"] = 2
    #expect(sheet["A100001"] == 100_002)
    sheet["B1"] = "=(A100001-7)^2"
    var solver = Solver(minimizing: "B1", changing: "A1")
    solver.momentum = 0
    _ = try solver.solve(&sheet)
    #expect(abs(sheet.number("A1") - (7 - 100_000)) < 1e-3)
  }

  @Test(
    arguments: [
      ([("A1", "=A1")], "A1 → A1"), ([("A1", "=B2"), ("B2", "=A1+1")], "A1 → B2 → A1"),
      ([("B2", "=C3"), ("C3", "=A1"), ("A1", "=B2")], "A1 → B2 → C3 → A1"),
      ([("D1", "=A5+1"), ("A5", "=SUM(A1:A10)")], "A5 → A5"),
      ([("A1", "=SUM(B1:B200)"), ("B7", "=A1"), ("C1", "=B7")], "A1 → B7 → A1"),
    ] as [([(cell: String, formula: String)], String)])
  func cyclesAreNamed(_ formulas: [(cell: String, formula: String)], cycle: String) throws {
    var sheet = Sheet()
    let error = #expect(throws: WorksheetError.self) {
      for (cell, formula) in formulas { try sheet.enter(.text(formula), in: CellRange(cell)) }
    }
    #expect(error?.description.hasPrefix("a cell needs its own value: \(cycle). Take") == true)
  }

  @Test func aCycleLeavesTheSheetAsItWas() throws {
    var sheet = Sheet()
    sheet["A1"] = 1
    sheet["B1"] = "=A1+1"
    #expect(throws: WorksheetError.self) { try sheet.enter("=B1", in: CellRange("A1")) }
    #expect(sheet["A1"] == 1)
    sheet["A1"] = 5
    #expect(sheet["B1"] == 6)
  }

  @Test func severalChangesAreOne() throws {
    var sheet = Sheet()
    try sheet.change { sheet in
      for row in (1...1000).reversed() { sheet["A\(row)"] = row == 1 ? 1 : "=A\(row - 1)+1" }
    }
    #expect(sheet["A1000"] == 1000)
    #expect(throws: WorksheetError.self) {
      try sheet.change { sheet in
        sheet["A1"] = 7
        sheet["A1"] = "=A1000"
      }
    }
    #expect(sheet["A1000"] == 1000)
  }
}
