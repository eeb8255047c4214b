import Display
import Testing

/// What the user of a table gets wrong, and the message that says so.
@Suite struct TableMistakesTests {
  private static func message(
    of exit: () async -> ExitTest.Result?
  ) async -> String {
    String(decoding: await exit()?.standardErrorContent ?? [], as: UTF8.self)
  }

  @Test func `a row with too few or too many values is named`() async {
    let few = await Self.message {
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Table(columns: ["model", "error", "time"]) {
          Row("plain", 0.88, 2)
          Row("deep", 0.5)
        }
      }
    }
    #expect(
      few.contains(
        "Table: row 2 has 2 cells (deep, 0.5) for 3 columns (model, error, time); nil makes a cell blank"
      ))
    let many = await Self.message {
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Table(columns: ["model"], rows: [["a"], ["b", nil]])
      }
    }
    #expect(
      many.contains(
        "Table: row 2 has 2 cells (b, nil) for 1 column (model); nil makes a cell blank"))
  }

  @Test func `a table without columns, and a matrix that does not fit its names`() async {
    let none = await Self.message {
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Table([1, 2]) { for _ in 0..<0 { Column("n", \.self) } }
      }
    }
    #expect(none.contains(#"there are no columns; give at least one: Column("title", \.title)"#))
    let rows = await Self.message {
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Table(values: [[1, 2]], rows: ["a", "b"], columns: ["x", "y"])
      }
    }
    #expect(rows.contains("Table: there are 1 row of values and 2 row names"))
    let columns = await Self.message {
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Table(values: [[1, 2], [3]], rows: ["a", "b"], columns: ["x", "y"])
      }
    }
    #expect(columns.contains("Table: row 2 has 1 value for 2 column names (x, y)"))
  }

  @Test func `formats that contradict each other, a width of nothing, a function not called`() async
  {
    let formats = await Self.message {
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Table([0.5]) { Column("share", \.self, decimals: 2, format: .percent()) }
      }
    }
    #expect(
      formats.contains(
        #"Column "share": give one of decimals, significantDigits and format, not several"#))
    let width = await Self.message {
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Table.Column("title", maximumWidth: 0)
      }
    }
    #expect(width.contains(#"Column "title": maximumWidth is 0; it must be at least 1"#))
    let function = await Self.message {
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        func loss() -> Double { 1 }
        _ = Table(columns: ["loss"], rows: [[loss]])
      }
    }
    #expect(
      function.contains(
        "Table: a cell is a function of type () -> Double; call it to get its value"))
  }
}
