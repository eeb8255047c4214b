/// A number that can be drawn: `Int`, `Float`, `Double` and their relatives. A missing one, `nil`,
/// leaves a gap as a value that is not a number does.
public protocol PlotNumber {
  /// The number in the precision of a drawing.
  var plotValue: Double { get }

  /// The number of this type that is nearest to `value`.
  static func nearest(to value: Double) -> Double
}

extension PlotNumber {
  public static func nearest(to value: Double) -> Double { value }
}

extension PlotNumber where Self: BinaryInteger {
  public var plotValue: Double { Double(self) }
}

extension PlotNumber where Self: BinaryFloatingPoint {
  public var plotValue: Double { Double(self) }
  public static func nearest(to value: Double) -> Double { Double(Self(value)) }
}

extension Int: PlotNumber {}
extension Int8: PlotNumber {}
extension Int16: PlotNumber {}
extension Int32: PlotNumber {}
extension Int64: PlotNumber {}
extension UInt: PlotNumber {}
extension UInt8: PlotNumber {}
extension UInt16: PlotNumber {}
extension UInt32: PlotNumber {}
extension UInt64: PlotNumber {}
extension Double: PlotNumber {}
extension Float: PlotNumber {}
#if !(os(macOS) && arch(x86_64))
  extension Float16: PlotNumber {}
#endif

extension Optional: PlotNumber where Wrapped: PlotNumber {
  public var plotValue: Double { self?.plotValue ?? .nan }
  public static func nearest(to value: Double) -> Double { Wrapped.nearest(to: value) }
}

extension Sequence where Element: PlotNumber {
  var plotValues: [Double] { map(\.plotValue) }
}
