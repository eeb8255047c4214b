/// A word of a formula and where it stands.
struct FormulaToken: Equatable {
  enum Kind: Equatable {
    case number(Double)
    case text(String)
    case error(CellError)
    case cell(CellReference)
    case range(CellReference, CellReference)
    /// Letters, digits, points and underscores: a function, `TRUE`, or a mistake.
    case name(String)
    case symbol(String)
    case end
  }

  var kind: Kind
  /// In characters, from the formula's `=`.
  var offsets: Range<Int>
}
