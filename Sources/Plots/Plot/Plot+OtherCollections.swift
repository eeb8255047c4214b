// What a program has at hand besides literals: dictionaries, lists of pairs, bare lists.

extension Plot {
  /// Named lines over 1, 2, 3, … from a dictionary, sorted by their names.
  @_disfavoredOverload
  public static func lines<Key: Hashable & Comparable, Values: RandomAccessCollection>(
    _ series: [Key: Values]
  ) -> Plot where Values.Element: PlotNumber {
    lines(series.sorted { $0.key < $1.key }.map { Series("\($0.key)", y: $0.value) })
  }

  /// Named lines over 1, 2, 3, … from pairs of a name and its values.
  @_disfavoredOverload
  public static func lines<Values: RandomAccessCollection>(_ series: [(String, Values)]) -> Plot
  where Values.Element: PlotNumber {
    lines(series.map { Series($0.0, y: $0.1) })
  }

  @_disfavoredOverload
  public static func bars<Number: PlotNumber>(_ bars: KeyValuePairs<String, Number>) -> Plot {
    Plot(.bars(bars.map { Bar($0.key, $0.value.plotValue) }))
  }

  /// A bar for each entry of a dictionary, sorted by the keys: names by the alphabet, numbers by
  /// their size.
  @_disfavoredOverload
  public static func bars<Key: Hashable & Comparable, Number: PlotNumber>(
    _ bars: [Key: Number]
  ) -> Plot {
    Plot(
      .bars(bars.sorted { $0.key < $1.key }.map { Bar("\($0.key)", $0.value.plotValue) }))
  }

  /// A bar for each pair of a category and its value, in their order.
  @_disfavoredOverload
  public static func bars<Category, Number: PlotNumber>(_ bars: [(Category, Number)]) -> Plot {
    Plot(.bars(bars.map { Bar("\($0.0)", $0.1.plotValue) }))
  }

  /// A bar for each category, which may be a number; stops the program when the lengths differ.
  @_disfavoredOverload
  public static func bars<
    Categories: RandomAccessCollection, Values: RandomAccessCollection,
    Errors: RandomAccessCollection
  >(
    _ categories: Categories, _ values: Values, errors: Errors = [Double]()
  ) -> Plot where Values.Element: PlotNumber, Errors.Element: PlotNumber {
    bars(categories.map { "\($0)" }, values.plotValues, errors: errors.plotValues)
  }

  /// A bar for each value, named by its number from 1 on.
  @_disfavoredOverload
  public static func bars<Values: RandomAccessCollection>(_ values: Values) -> Plot
  where Values.Element: PlotNumber {
    bars((1...max(1, values.count)).prefix(values.count), values)
  }
}
