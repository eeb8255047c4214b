import Display
import Testing

@Suite struct TableTextTests {
  @Test func `numbers stand at the decimal point, text to the left`() {
    let table = Table(
      columns: ["epoch", .init("training", decimals: 3), .init("validation", decimals: 3), "note"],
      rows: [
        [1, 0.98014, 1.0222, "first"], [10, 10.8714, nil, "längst"], [100, Double.nan, 0, nil],
      ],
      caption: "Mean squared error")
    #expect(
      table.text == """
        Mean squared error

        epoch  training  validation  note
        ─────  ────────  ──────────  ──────
            1     0.980       1.022  first
           10    10.871              längst
          100   NaN           0.000
        """)
  }

  @Test func `points are level when the decimals differ`() {
    let table = Table(columns: ["rating"], rows: [[3], [3.5], [-12.25], [nil], [Double.nan]])
    #expect(
      table.text == """
        rating
        ──────
          3
          3.5
        -12.25

        NaN
        """)
  }

  @Test func `wide and combining characters keep the columns straight`() {
    let table = Table(
      columns: ["title", "year"], rows: [["千と千尋", 2001], ["Ame\u{301}lie", 2001], ["🎬", 1]])
    #expect(
      table.text == """
        title     year
        ────────  ────
        千と千尋  2001
        Ame\u{301}lie    2001
        🎬           1
        """)
  }

  @Test func `text is cut at the column's width, line breaks become blanks`() {
    let table = Table(
      columns: [.init("title", maximumWidth: 12), "n"],
      rows: [["The Good, the Bad and the Ugly", 1], ["two\nlines", 2]])
    #expect(
      table.text == """
        title         n
        ────────────  ─
        The Good, t…  1
        two lines     2
        """)
  }

  @Test func `a long table shows its two ends`() {
    let rows = (1...2_000).map { [$0] as [Any?] }
    let table = Table(columns: ["n"], rows: rows, limit: .init(first: 2, last: 1))
    #expect(
      table.text == """
           n
        ────
           1
           2
        … 1,997 more rows …
        2000
        """)
    let whole = Table(columns: ["n"], rows: rows, limit: .none)
    #expect(whole.text.split(separator: "\n").count == 2_002)
  }

  @Test func `a wide table breaks its headers, then cuts text, to stay within 80 cells`() {
    let numbers = (1...8).map { Table.Column("mean error \($0)", decimals: 3) }
    let row: [Any?] = [String(repeating: "long ", count: 20)] + (1...8).map { Double($0) }
    let lines = Table(columns: ["model"] + numbers, rows: [row]).text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(
      lines[0].hasSuffix("mean   mean   mean   mean   mean   mean   mean   mean"))
    #expect(lines[2].hasPrefix("model "))
    #expect(lines[4].contains("…"))
    #expect(lines[4].hasSuffix("7.000  8.000"))
  }

  @Test func `no rows and no columns are tables, too`() {
    #expect(Table(columns: ["a", "b"], rows: []).text == "a  b\n─  ─")
    #expect(Table(columns: [], rows: [], caption: "empty").text == "empty\n")
  }

  @Test func `optionals, other values and an explicit mark for missing cells`() {
    let wrapped: Double?? = .some(.some(2))
    let none: Int? = nil
    let table = Table(
      columns: [.rowHeader("what"), "value"],
      rows: [["nested", wrapped as Any], ["none", none], ["array", [1, 2]], ["flag", true]],
      missing: "–")
    #expect(
      table.text == """
        what    value
        ──────  ──────
        nested  2.0
        none    –
        array   [1, 2]
        flag    true
        """)
  }
}
