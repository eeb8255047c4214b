import Testing

@testable import Worksheet

@Suite struct FormulaMistakeTests {
  /// The formula, where the caret stands, and words of the message.
  @Test(
    arguments: [
      ("=1+", 3, "ends where a value is needed"), ("=", 1, "ends where a value is needed"),
      ("=(1+2", 1, "never closed"), ("=SUM(A1", 4, "never closed"), ("=1+2)", 4, "closes nothing"),
      ("=1 2", 3, "operator is missing"), ("=A1 B1", 4, "operator is missing"),
      ("=*2", 1, "missing before “*”"), ("=SUM(,1)", 5, "missing before “,”"),
      ("=1,5", 2, "point: 0.5"),
      ("=SUMM(A1)", 1, "Did you mean SUM?"), ("=AVERGAE(A1)", 1, "Did you mean AVERAGE?"),
      ("=FOURIER(A1)", 1, "Those with F are FALSE, FLOOR, FORECAST; SheetFunction lists"),
      ("=SUM", 1, "SUM(range, …)"),
      ("=IF(1)", 1, "given 1 argument"), ("=RAND(1)", 1, "RAND()"),
      ("=MMULT(A1,A2,A3)", 1, "3 arguments"),
      ("=\"abc", 1, "no closing quote"), ("=A1;B1", 3, "comma between arguments"),
      ("=1+XFE1", 3, "A to XFD"), ("=A0", 1, "not a cell"), ("=$A", 1, "not a cell"),
      ("=SUM(A1:ZZZ999999)", 5, "not a range"), ("=SUM(A2:XFC1048576)", 5, "17178804225 cells"),
      ("=1.2.3", 4, "operator is missing"), ("=1e", 1, "not a number"),
      ("=1e999", 1, "not a number"),
      ("=A1:B", 1, "not a range"), ("=#WHAT", 1, "error value"),
      ("=‘x’", 1, "straight double quotes"),
      ("=TRUE(1)", 1, "TRUE was given 1 argument Call it: TRUE()"),
      ("=ROUND(1)", 1, "ROUND(number, digits)"),
      ("=MOD(1,2,3)", 1, "MOD(number, divisor)"), ("=PI(1)", 1, "PI()"),
      ("=COUNTIF(A1:A3)", 1, "COUNTIF(range, condition)"),
      ("=1+SUMIFS(A1,A2,1,A3)", 3, "4 arguments"),
      ("=COUNTIFS(A1,1,A2)", 1, "COUNTIFS(range, condition, …)"),
      ("=VLOOKUP(1,A1:B3)", 1, "VLOOKUP(value, table, column, [sorted])"),
      ("=IFERROR(1)", 1, "value if error"), ("=STDEV()", 1, "0 arguments"),
      ("=STDEV.X(A1)", 1, "Did you mean STDEV."), ("=SUM(A:3)", 5, "“A:3” is not a range"),
      ("=SUM(0:3)", 5, "not a range"), ("=SUM(A:XFE)", 5, "not a range"),
      ("=AVG(A1)", 1, "there is no function AVG"),
      ("=A1 : 5", 1, "not a range"), ("=SUM(1:1048577)", 5, "not a range"),
      ("=x", 1, "neither a cell nor a function"), ("=3!", 2, "<>"),
    ] as [(String, Int, String)])
  func pointsAtThePlace(_ text: String, offset: Int, words: String) throws {
    let error = try #require(throws: WorksheetError.self) { try FormulaParser.formula(text) }
    guard case .formula(_, let found, let message, let advice) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(found == offset, "\(error)")
    #expect("\(message) \(advice)".contains(words), "\(error)")
  }

  /// Nothing is suggested in place of itself.
  @Test(
    arguments: SheetFunction.allCases.map(\.rawValue) + [
      "true", "False", "TODAY", "XLOOKUP", "SUMM", "rond", "IFS", "STDDEV", "ß", "ſum",
    ])
  func suggestsAnotherName(_ name: String) {
    for text in ["=\(name)", "=\(name)(", "=\(name)()", "=1+\(name)(1,2)"] {
      do {
        _ = try FormulaParser.formula(text)
      } catch {
        let suggested = "\(error)".split(separator: "Did you mean ").dropFirst().first
        #expect(suggested?.prefix { $0 != "?" } != name.uppercased()[...], "\(text)")
      }
    }
  }

  @Test func showsTheFormulaAboveACaret() {
    let error = #expect(throws: WorksheetError.self) { try FormulaParser.formula("=1+SUMM(A1)") }
    #expect(
      error?.description == "there is no function SUMM. Did you mean SUM?\n  =1+SUMM(A1)\n     ^")
  }

  @Test(
    arguments: [
      String(repeating: "(", count: 4_000) + "1" + String(repeating: ")", count: 4_000),
      String(repeating: "SUM(", count: 2_000), String(repeating: "(", count: 20_000),
      String(repeating: "IF(1,", count: 1_000) + "1", String(repeating: "1+", count: 8_000) + "1",
    ] as [String])
  func refusesHostileNesting(_ body: String) {
    #expect(throws: WorksheetError.self) { try FormulaParser.formula("=" + body) }
  }

  @Test(
    arguments: [
      (String(repeating: "-", count: 8_000) + "1", 1.0),
      (String(repeating: "1+", count: 4_000) + "1", 4_001),
      ("1" + String(repeating: "%", count: 4), 1e-8),
      (String(repeating: "(", count: 64) + "5" + String(repeating: ")", count: 64), 5),
    ] as [(String, Double)])
  func readsLongFormulas(_ body: String, expected: Double) {
    #expect(value(of: "=" + body) == .number(expected))
  }

  @Test func aMistakeLeavesTheSheetAsItWas() throws {
    var sheet = fixture()
    #expect(throws: WorksheetError.self) { try sheet.enter("=1+", in: CellRange("A1")) }
    #expect(sheet["A1"] == 1)
  }
}
