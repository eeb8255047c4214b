import Display
import Testing

@Suite struct RowTests {
  @Test func `rows are written out among conditions and loops`() {
    let baseline: Double? = nil
    let table = Table(columns: [.rowHeader("model"), .init("error", decimals: 2), "note"]) {
      Row("plain", 0.881, "first")
      for factors in [10, 20] { Row("\(factors) factors", Float(factors) / 8, true) }
      if baseline == nil { Row("baseline", baseline, nil) }
    }
    #expect(
      table.text == """
        model       error  note
        ──────────  ─────  ─────
        plain        0.88  first
        10 factors   1.25  true
        20 factors   2.50  true
        baseline
        """)
  }

  @Test func `it is the table that cells of any value make`() {
    let typed = Table(columns: ["a", "b"], caption: "c", limit: .none, missing: "–") {
      Row(1, 2.5)
      Row("x", nil)
    }
    let untyped = Table(
      columns: ["a", "b"], rows: [[1, 2.5], ["x"]], caption: "c", limit: .none, missing: "–")
    #expect(typed == untyped)
  }

  @Test func `an error on the way to a row is thrown`() {
    struct Failure: Error {}
    func fail() throws -> Double { throw Failure() }
    #expect(throws: Failure.self) { try Table(columns: ["a"]) { Row(try fail()) } }
    #expect(throws: Failure.self) {
      try Table([1]) { Column("\(try fail())", \.self) }
    }
  }
}
