import Testing

@testable import Worksheet

/// What a program can get wrong stops it with a message that names the mistake.
struct MistakeTests {
  struct Mistake: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let make: @Sendable () throws -> Void

    init(_ message: String, _ make: @escaping @Sendable () throws -> Void) {
      testDescription = message
      self.make = make
    }
  }

  static let mistakes: [Mistake] = [
    Mistake("“A0” is not a reference to cells: write one like B7, $B$7 or B2:F16") {
      let value: CellValue = Sheet()["A0"]
      print(value)
    },
    Mistake("“” is not a reference to cells: write one like B7, $B$7 or B2:F16") {
      _ = Sheet().number("")
    },
    Mistake("“É1” is not a reference to cells: write one like B7, $B$7 or B2:F16") {
      _ = Sheet().values("É1")
    },
    Mistake("“B2:” is not a reference to cells: write one like B7, $B$7 or B2:F16") {
      _ = Sheet().view("B2:")
    },
    Mistake("“XFE1” is not a reference to cells: write one like B7, $B$7 or B2:F16") {
      _ = Sheet().formulas("XFE1")
    },
    Mistake("“A1048577” is not a reference to cells: write one like B7, $B$7 or B2:F16") {
      _ = Sheet().list("A1048577")
    },
    Mistake("A1:XFD1048576 has 17179869184 cells; a range may have 1000000") {
      var sheet = Sheet()
      sheet["A1:XFD1048576"] = 1
    },
    Mistake("A1:B2 has 4 cells: formulas(\"A1:B2\") shows them") { _ = Sheet().formula("A1:B2") },
    Mistake("A1:B1 has 1 rows and 2 columns; given were 1 rows and 1 columns") {
      _ = Sheet().number("A1:B1")
    },
    Mistake("A1 is blank; a number is needed") { _ = Sheet().number("A1") },
    Mistake("A1 holds “x”; a number is needed") {
      var sheet = Sheet()
      sheet["A1"] = "x"
      _ = sheet.list("A1:A2")
    },
    Mistake("A1 holds #NUM!; a number is needed") {
      var sheet = Sheet()
      sheet["A1"] = .number(.nan)
      _ = sheet.number("A1")
    },
    Mistake("A1:A2 has 2 rows and 1 columns; given were 0 rows and 1 columns") {
      var sheet = Sheet()
      sheet["A1:A2"] = [] as [[CellValue]]
    },
    Mistake("A1:B2 has 2 rows and 2 columns; given were 2 rows and 1 columns") {
      var sheet = Sheet()
      sheet["A1:B2"] = [[1, 2], [3]]
    },
    Mistake("B1:B3 has 3 rows and 1 columns; given were 2 rows and 1 columns") {
      var sheet = Sheet()
      sheet.copy("A1:A2", to: "B1:B3")
    },
    Mistake("decimals: -1 is not from 0 to 15") {
      var sheet = Sheet()
      sheet.format("A1", decimals: -1)
    },
    Mistake("a cell needs its own value: A1 → B1 → A1. Take one of these references out") {
      var sheet = Sheet()
      sheet["A1"] = "=B1"
      sheet["B1"] = "=A1"
    },
    Mistake("a cell needs its own value: A1 → A1. Take one of these references out") {
      var sheet = Sheet()
      sheet["A1"] = "=SUM(A1:A9)"
    },
    Mistake("a formula may have 8192 characters; this one has 9001") {
      var sheet = Sheet()
      sheet["A1"] = .text("=" + String(repeating: "-", count: 8_999) + "1")
    },
    Mistake("the Solver needs one goal cell and cells to change") { _ = Solver(minimizing: "A1") },
    Mistake("the Solver needs one goal cell and cells to change") {
      _ = Solver(maximizing: "A1:A2", changing: "B1")
    },
    Mistake("the Solver cannot set A1 to inf") {
      _ = Solver(setting: "A1", to: .infinity, changing: "B1")
    },
    Mistake("there are no cells to change for A1: name them") {
      var solver = Solver(minimizing: "A1", changing: "B1")
      solver.changing = []
      var sheet = Sheet()
      sheet["A1"] = "=B1^2"
      _ = try solver.solve(&sheet)
    },
    Mistake("the Solver's momentum is nan; it must be from 0 to below 1") {
      var solver = Solver(minimizing: "A1", changing: "B1")
      solver.momentum = .nan
      var sheet = Sheet()
      _ = try solver.solve(&sheet)
    },
    Mistake("A1 holds #NUM!; a number is needed") {
      var sheet = Sheet()
      sheet["A1"] = "=LN(B1)"
      _ = try Solver(minimizing: "A1", changing: "B1").solve(&sheet)
    },
  ]

  @Test(arguments: mistakes.indices) func stopsWithAMessage(index: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] in
      do {
        try MistakeTests.mistakes[index].make()
      } catch {
        // As a program shows an error that nobody catches.
        fatalError("\(error)")
      }
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains(Self.mistakes[index].testDescription), "\(text.prefix(300))")
  }
}
