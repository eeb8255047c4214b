/// A value on its way through a formula. While the Solver records, it also knows the line of the
/// tape that it comes from.
struct Quantity: Sendable, Equatable {
  var value: CellValue
  /// `nil` for what does not depend on the Solver's cells.
  var line: Int32?

  init(_ value: CellValue, line: Int32? = nil) {
    self.value = value
    self.line = line
  }

  static func number(_ number: Double) -> Quantity { Quantity(.number(number)) }
  static func error(_ error: CellError) -> Quantity { Quantity(.error(error)) }
}
