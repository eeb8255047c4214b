// Disfavoured like the constructors of `Plot+OtherNumbers.swift`, for the same reason.

extension Plot.Series {
  /// Points from two lists of any numbers; see ``init(_:x:y:labels:style:)``.
  @_disfavoredOverload
  public init<X: RandomAccessCollection, Y: RandomAccessCollection>(
    _ name: String = "", x: X, y: Y, labels: [String] = [], style: Style? = nil
  ) where X.Element: PlotNumber, Y.Element: PlotNumber {
    self.init(name, x: x.plotValues, y: y.plotValues, labels: labels, style: style)
  }

  /// Values over 1, 2, 3, …
  ///
  /// - Parameter start: the x of the first value.
  public init<Y: RandomAccessCollection, Start: PlotNumber>(
    _ name: String = "", y: Y, startingAt start: Start = 1, labels: [String] = [],
    style: Style? = nil
  ) where Y.Element: PlotNumber {
    let values = y.plotValues
    let x = values.indices.map { start.plotValue + Double($0) }
    self.init(name, x: x, y: values, labels: labels, style: style)
  }
}
