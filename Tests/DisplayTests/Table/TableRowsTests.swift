import Display
import Testing

@Suite struct TableRowsTests {
  private struct Film {
    var title: String
    var count: Int
    var mean: Double?
    var spread: Float = 0.5
  }

  private static let films = [
    Film(title: "Fargo", count: 12, mean: 4.125), Film(title: "Unseen", count: 0, mean: nil),
  ]

  @Test func `a column shows a property or what a closure makes of the row`() {
    let table = Table(Self.films, caption: "Ratings") {
      Column(rowHeader: "film", \.title)
      Column("ratings", \.count)
      Column("mean", \.mean, decimals: 2)
      Column("spread", \.spread)
      Column("seen") { $0.count > 0 }
      Column("sum", decimals: 1) { film in
        let count = Double(film.count)
        return film.mean.map { $0 * count }
      }
    }
    #expect(
      table.text == """
        Ratings

        film    ratings  mean  spread  seen    sum
        ──────  ───────  ────  ──────  ─────  ────
        Fargo        12  4.12     0.5  true   49.5
        Unseen        0           0.5  false
        """)
    #expect(table.columns.map(\.isRowHeader) == [true, false, false, false, false, false])
  }

  @Test func `it is the table that cells of any value make, in text and markup`() {
    let typed = Table(Self.films, caption: "Ratings", limit: .none, missing: "–") {
      Column(rowHeader: "film", \.title, maximumWidth: 4)
      Column("ratings", \.count, format: .decimals(0).grouped, alignment: .leading)
      Column("mean", \.mean, significantDigits: 2)
      Column("spread", \.spread)
    }
    let untyped = Table(
      columns: [
        .rowHeader("film", maximumWidth: 4),
        .init("ratings", format: .decimals(0).grouped, alignment: .leading),
        .init("mean", format: .significantDigits(2)), "spread",
      ],
      rows: Self.films.map { [$0.title, $0.count, $0.mean, $0.spread] }, caption: "Ratings",
      limit: .none, missing: "–")
    #expect(typed == untyped)
    #expect(typed.representations == untyped.representations)
  }

  @Test(arguments: [(0, ["n"]), (1, ["n", "one"]), (2, ["n", "more", "1", "2"])])
  func `columns depend on conditions and loops`(extra: Int, titles: [String]) {
    let table = Table(0..<2) {
      Column("n", \.self)
      if extra == 1 { Column("one") { $0 + 1 } }
      if extra > 1 {
        Column("more") { $0 + 2 }
        for number in 1...extra { Column("\(number)") { $0 * number } }
      } else {
        for number in 1..<1 { Column("never \(number)") { $0 } }
      }
    }
    #expect(table.columns.map(\.title) == titles)
    #expect(table.rows[1].last == .integer([1, 2, 2][extra]))
  }

  @Test func `rows are anything that can be gone through, tuples by their numbers or names`() {
    let pairs = Table(zip(["a", "b"], [0.5, 2])) {
      Column("name", \.0)
      Column("value", \.1, decimals: 1)
      Column("both") { name, value in "\(name)\(value)" }
    }
    #expect(pairs.rows[1] == [.text("b"), .number(2, shortest: "2.0"), .text("b2.0")])
    let named = Table([(name: "a", value: 1, note: nil), (name: "b", value: 2, note: "x")]) {
      Column("name", \.name)
      Column("value", \.value)
      Column("note", \.note)
    }
    #expect(
      named.rows == [[.text("a"), .integer(1), .missing], [.text("b"), .integer(2), .text("x")]])
    let lazy = Table((1...3).lazy.map { $0 * $0 }) { Column("square", \.self) }
    #expect(lazy.rows == [[.integer(1)], [.integer(4)], [.integer(9)]])
    #expect(Table([] as [Film]) { Column("film", \.title) }.text == "film\n────")
  }

  @Test func `dictionaries are sorted by key, sets by element, numbers before text`() {
    let numbers = Dictionary(uniqueKeysWithValues: (-20..<20).map { (Double($0) / 2, $0) })
    let table = Table(numbers) {
      Column("key", \.key)
      Column("value", \.value)
    }
    #expect(table.rows.map { $0[1] } == (-20..<20).map { .integer($0) })
    let keys = Table(numbers.keys) { Column("key") { Int($0 * 2) } }
    #expect(keys.rows.map { $0[0] } == (-20..<20).map { .integer($0) })
    let values = Table(numbers.values) { Column("value", \.self) }
    #expect(values.rows == keys.rows)
    let words = Table(Set("the quick brown fox jumps".split(separator: " "))) {
      Column("word", \.self)
    }
    #expect(
      words.rows.map { $0[0] } == ["brown", "fox", "jumps", "quick", "the"].map { .text($0) })
    let mixed: [Int?: Bool] = [2: true, nil: false, 10: true]
    #expect(
      Table(mixed) { Column("key", \.key) }.rows == [[.integer(2)], [.integer(10)], [.missing]])
  }

  @Test func `a matrix has names for its rows and columns`() {
    let table = Table(
      values: [[0.5, 1], [2, nil]], rows: [0.1, 0.25], columns: ["SGD", "Adam"], corner: "rate",
      decimals: 2, caption: "Loss", missing: "–")
    #expect(
      table.text == """
        Loss

        rate   SGD  Adam
        ────  ────  ────
        0.1   0.50  1.00
        0.25  2.00  –
        """)
    #expect(table.columns.map(\.isRowHeader) == [true, false, false])
  }
}
