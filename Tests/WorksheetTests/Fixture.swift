@testable import Worksheet

/// A sheet with some of everything:
///
///         A    B     C       D
///     1   1    4     "text"  TRUE
///     2   2    5             ""
///     3   3    6     #DIV/0!
func fixture() -> Sheet {
  var sheet = Sheet()
  sheet["A1:D3"] = [[1, 4, "text", true], [2, 5, nil, "=\"\""], [3, 6, "=1/0", nil]]
  return sheet
}

/// What `formula` gives in a cell beside the fixture.
func value(of formula: String) -> CellValue {
  var sheet = fixture()
  sheet["Z9"] = .text(formula)
  return sheet["Z9"]
}
