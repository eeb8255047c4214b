import Testing

@testable import Worksheet

@Suite struct RandomNumberTests {
  @Test func staysUntilRecalculated() {
    var sheet = Sheet(seed: 1)
    sheet["A1:A100"] = "=RAND()+B1"
    let before = sheet.numbers("A1:A100")
    sheet["B1"] = 1
    #expect(sheet.number("A1") == before[0][0]! + 1)
    sheet["B1"] = 0
    #expect(sheet.numbers("A1:A100") == before)
    sheet.recalculate()
    #expect(zip(sheet.numbers("A1:A100"), before).allSatisfy { $0 != $1 })
  }

  @Test func dependsOnSeedAndCellOnly() {
    var (first, second, other) = (Sheet(seed: 1), Sheet(seed: 1), Sheet(seed: 2))
    first["A1:B50"] = "=RAND()"
    second["B50"] = "=RAND()"
    other["B50"] = "=RAND()"
    #expect(first["B50"] == second["B50"])
    #expect(first["B50"] != other["B50"])
    #expect(Set(first.numbers("A1:B50").joined().map { $0! }).count == 100)
  }

  @Test func eachRandOfAFormulaIsDrawnAlone() {
    var sheet = Sheet()
    sheet["A1"] = "=RAND()-RAND()"
    #expect(sheet["A1"] != 0)
  }

  @Test func spreadsEvenlyFromZeroToOne() {
    var sheet = Sheet(seed: 3)
    sheet["A1:A1000"] = "=RAND()"
    let numbers = sheet.numbers("A1:A1000").joined().map { $0! }
    #expect(numbers.allSatisfy { (0..<1).contains($0) })
    sheet["B1"] = "=AVERAGE(A1:A1000)"
    #expect(abs(sheet.number("B1") - 0.5) < 0.03)
  }
}
