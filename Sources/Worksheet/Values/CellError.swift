/// What a cell holds when its formula has no answer. Whatever uses such a cell becomes the same
/// error.
public enum CellError: String, Sendable, Equatable, Error, CaseIterable {
  /// Divided by zero or by a blank cell, averaged nothing, or compared numbers that do not vary.
  case divisionByZero = "#DIV/0!"
  /// A text where a number is needed, or arrays whose shapes do not fit.
  case value = "#VALUE!"
  /// A place that is not there: off the sheet, or beyond the range that INDEX looks into.
  case reference = "#REF!"
  /// A name that nothing has.
  case name = "#NAME?"
  /// No real number: the root of −1, the logarithm of 0, a result too large; and NaN or infinity
  /// that was put into a cell.
  case number = "#NUM!"
  /// Nothing found, or two columns of different lengths where pairs are needed.
  case notAvailable = "#N/A"
}
