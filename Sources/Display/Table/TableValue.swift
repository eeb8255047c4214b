/// A value that can be a cell of a ``Table``: numbers, text, truth values, collections of anything,
/// and optionals of these, which are blank where they are nil.
///
/// A type of your own becomes one by `extension Genre: TableValue {}` and is then shown as
/// ``display(_:)`` would show it, on one line.
public protocol TableValue {
  var tableCell: Table.Cell { get }
}

extension TableValue {
  public var tableCell: Table.Cell { .text(plainText(of: self).onOneLine) }
}

extension TableValue where Self: BinaryInteger {
  public var tableCell: Table.Cell { Table.Cell(integer: self) }
}

extension TableValue where Self: BinaryFloatingPoint {
  public var tableCell: Table.Cell { Table.Cell(number: self) }
}

extension Int: TableValue {}
extension Int8: TableValue {}
extension Int16: TableValue {}
extension Int32: TableValue {}
extension Int64: TableValue {}
extension UInt: TableValue {}
extension UInt8: TableValue {}
extension UInt16: TableValue {}
extension UInt32: TableValue {}
extension UInt64: TableValue {}

extension Float: TableValue {}
extension Double: TableValue {}
#if !(os(macOS) && arch(x86_64))
  extension Float16: TableValue {}
#endif

extension String: TableValue {}
extension Substring: TableValue {}
extension Character: TableValue {}
extension StaticString: TableValue {}
extension Bool: TableValue {}
extension Duration: TableValue {}

extension Array: TableValue {}
extension ArraySlice: TableValue {}
extension Set: TableValue {}
extension Dictionary: TableValue {}
extension Range: TableValue {}
extension ClosedRange: TableValue {}

extension Optional: TableValue where Wrapped: TableValue {
  public var tableCell: Table.Cell { self?.tableCell ?? .missing }
}

extension Table.Cell: TableValue {
  public var tableCell: Table.Cell { self }
}
