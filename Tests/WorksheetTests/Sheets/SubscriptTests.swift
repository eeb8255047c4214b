import Testing

@testable import Worksheet

@Suite struct SubscriptTests {
  @Test func aValueFillsARange() {
    var sheet = Sheet()
    sheet["A1:B2"] = 7
    #expect(sheet.numbers("A1:B2") == [[7, 7], [7, 7]])
  }

  @Test func rowsFillARange() {
    var sheet = Sheet()
    let factor = 0.5
    sheet["A1:C2"] = [[1, "a", true], [nil, .number(factor), "=A1*10"]]
    #expect(sheet.values("A1:C2") == [[1, "a", true], [nil, 0.5, 10]])
    let rows: [[CellValue]] = sheet["B1:B2"]
    #expect(rows == [["a"], [0.5]])
  }

  @Test func rowsMustFillTheRange() {
    var sheet = Sheet()
    let error = #expect(throws: WorksheetError.self) {
      try sheet.enter([[1, 2], [3]], in: CellRange("A1:B2"))
    }
    #expect(error == (try? .wrongSize(CellRange("A1:B2"), rows: 2, columns: 1)))
  }

  @Test func numbersThatMustBeThere() {
    var sheet = Sheet()
    sheet["A1:C2"] = [[1, 2, 3], [4, "=A2*A2", 6]]
    #expect(sheet.filledNumbers("B1:C2") == [[2, 3], [16, 6]])
    #expect(sheet.list("A2:C2") == [4, 16, 6])
    #expect(sheet.list("A1:A2") == [1, 4])
  }

  @Test func aBlankAmongThemStopsTheProgram() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var sheet = Sheet()
      sheet["A1:A3"] = [[1], [nil], [3]]
      _ = sheet.list("A1:A3")
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("A2"))
    #expect(message.contains("SubscriptTests.swift"))
  }

  @Test func aMistakeStopsTheProgramWithItsMessage() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var sheet = Sheet()
      sheet["A1"] = "=SUMM(B1)"
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("Did you mean SUM?"))
    #expect(message.contains("SubscriptTests.swift"))
  }

  @Test func readingARangeAsOneValueSaysHowToReadIt() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let sheet = Sheet()
      let value: CellValue = sheet["A1:B2"]
      print(value)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("view(\"A1:B2\") shows them"))
  }
}
