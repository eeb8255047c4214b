extension Plot {
  /// The spread of one group of values, as a box plot draws it (J. W. Tukey, *Exploratory Data
  /// Analysis*, 1977).
  public struct Box: Sendable, Equatable {
    public var name: String
    /// A quarter of the values lie below: linear interpolation between the sorted values at
    /// `(count - 1) / 4`, type 7 of R. J. Hyndman and Y. Fan (1996), as in NumPy, R and spreadsheets.
    public var lowerQuartile: Double
    public var median: Double
    public var upperQuartile: Double
    /// The least and the greatest value no farther than 1.5 times the quartiles' distance outside of
    /// them.
    public var whiskers: ClosedRange<Double>
    /// The values beyond the whiskers, ascending.
    public var outliers: [Double]
    public var count: Int

    /// Stops the program when there is no value that can be drawn. Values that are infinite or not a
    /// number are left out.
    public init(_ name: String, _ values: [Double]) {
      let sorted = values.filter(\.isDrawable).sorted()
      guard !sorted.isEmpty else {
        let what = values.isEmpty ? "no values" : "no finite values"
        fatalError("Plot.boxes: the group “\(name)” has \(what); leave it out")
      }
      self.name = name
      let (lower, upper) = (Box.quantile(0.25, sorted), Box.quantile(0.75, sorted))
      (lowerQuartile, median, upperQuartile) = (lower, Box.quantile(0.5, sorted), upper)
      let reach = 1.5 * (upper - lower)
      let inside = sorted.filter { $0 >= lower - reach && $0 <= upper + reach }
      let ends = (inside.first ?? lower, inside.last ?? upper)
      // Interpolated quartiles may lie beyond the last value inside; whiskers do not point inwards.
      whiskers = min(ends.0, lower)...max(ends.1, upper)
      outliers = sorted.filter { $0 < lower - reach || $0 > upper + reach }
      count = sorted.count
    }

    private static func quantile(_ part: Double, _ sorted: [Double]) -> Double {
      let place = part * Double(sorted.count - 1)
      let index = min(Int(place), sorted.count - 1)
      let next = min(index + 1, sorted.count - 1)
      return sorted[index] + (sorted[next] - sorted[index]) * (place - Double(index))
    }

    /// Everything that is drawn.
    var extent: [Double] { [whiskers.lowerBound, whiskers.upperBound] + outliers }
  }

  /// A box plot of named groups, from top to bottom: median, quartiles, whiskers, and the outliers
  /// one by one. The boxes lie on their side: the x axis is the values'.
  ///
  ///     Plot.boxes(["plain": plainErrors, "with biases": biasedErrors]).axes(x: "squared error")
  ///
  /// Quartiles are interpolated as in NumPy (type 7); whiskers reach at most 1.5 times the distance
  /// of the quartiles. A group without values stops the program.
  public static func boxes<Values: RandomAccessCollection>(
    _ groups: KeyValuePairs<String, Values>
  ) -> Plot where Values.Element: PlotNumber {
    Plot(.boxes(groups.map { Box($0.key, $0.value.plotValues) }))
  }

  /// A box plot of the groups of a dictionary, sorted by their keys.
  @_disfavoredOverload
  public static func boxes<Key: Hashable & Comparable, Values: RandomAccessCollection>(
    _ groups: [Key: Values]
  ) -> Plot where Values.Element: PlotNumber {
    Plot(
      .boxes(
        groups.sorted { $0.key < $1.key }.map { Box("\($0.key)", $0.value.plotValues) }))
  }

  /// A box plot of pairs of a name and its values.
  @_disfavoredOverload
  public static func boxes<Values: RandomAccessCollection>(_ groups: [(String, Values)]) -> Plot
  where Values.Element: PlotNumber {
    Plot(.boxes(groups.map { Box($0.0, $0.1.plotValues) }))
  }

  /// A box plot of one group without a name.
  @_disfavoredOverload
  public static func boxes<Values: RandomAccessCollection>(_ values: Values) -> Plot
  where Values.Element: PlotNumber {
    Plot(.boxes([Box("", values.plotValues)]))
  }
}
