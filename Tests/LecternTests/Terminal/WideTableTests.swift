import Testing

@testable import lectern

@Suite struct WideTableTests {
  private static let table = """
    Caption

    film     A     B      C
    ──────  ──  ────  ─────
    Amélie   1   2.5  3.125
    千と    10
    """

  @Test func whatFitsStaysAsItIs() {
    #expect(Self.table.fittingTerminal(23) == Self.table)
    #expect("a line without a table".fittingTerminal(10) == "a line without a table")
  }

  @Test func columnsThatDoNotFitFollowBelow() {
    #expect(
      Self.table.fittingTerminal(17) == """
        Caption

        film     A     B
        ──────  ──  ────
        Amélie   1   2.5
        千と    10

        film        C
        ──────  ─────
        Amélie  3.125
        千と
        """)
  }

  @Test func aColumnWiderThanTheTerminalStandsAlone() {
    #expect(Self.table.fittingTerminal(5).split(separator: "\n\n").count == 4)
  }
}
