extension Plot {
  /// A grid of values, each shown by its colour; what is not a number stays blank.
  public struct HeatMap: Sendable, Equatable {
    /// Rows from top to bottom, all of the same length.
    public var values: [[Double]]
    /// The names of the rows, or none.
    public var rows: [String]
    /// The names of the columns, or none.
    public var columns: [String]

    /// Stops the program when rows differ in length, or when there are not as many names as rows or
    /// columns.
    public init(values: [[Double]], rows: [String] = [], columns: [String] = []) {
      self.values = values
      self.rows = rows
      self.columns = columns
      check()
    }

    /// Again before it becomes a plot: the parts can be changed one by one.
    func check() {
      if let index = values.firstIndex(where: { $0.count != width }) {
        fatalError(
          "Plot.heatMap: row \(index) has \(values[index].count) values, row 0 has \(width)")
      }
      if !rows.isEmpty && rows.count != values.count {
        fatalError("Plot.heatMap: \(rows.count) names for \(values.count) rows")
      }
      if !columns.isEmpty && columns.count != width {
        fatalError("Plot.heatMap: \(columns.count) names for \(width) columns")
      }
    }

    var width: Int { values.first?.count ?? 0 }
  }

  /// A grid of coloured cells: ratings, attention weights, a confusion matrix.
  ///
  ///     Plot.heatMap(values: counts, rows: ["cat", "dog"], columns: ["cat", "dog"])
  ///       .axes(x: "predicted", y: "actual").colorScale(title: "pictures")
  ///
  /// Where there is room, the cells carry their figures. A value that is missing, `nil` or not a
  /// number, leaves its cell blank. A map of more cells than can be told apart is averaged in blocks,
  /// and says so.
  ///
  /// - Parameters:
  ///   - values: rows from top to bottom, `[row][column]`, all of the same length.
  ///   - rows: the names of the rows, or none.
  ///   - columns: the names of the columns, or none.
  public static func heatMap<
    Row: RandomAccessCollection, Rows: RandomAccessCollection, Columns: RandomAccessCollection
  >(
    values: [Row], rows: Rows = [String](), columns: Columns = [String]()
  ) -> Plot where Row.Element: PlotNumber {
    Plot(
      .heatMap(
        HeatMap(
          values: values.map(\.plotValues), rows: rows.map { "\($0)" },
          columns: columns.map { "\($0)" })))
  }

  /// The same with the values alone in front.
  public static func heatMap<
    Row: RandomAccessCollection, Rows: RandomAccessCollection, Columns: RandomAccessCollection
  >(
    _ values: [Row], rows: Rows = [String](), columns: Columns = [String]()
  ) -> Plot where Row.Element: PlotNumber {
    heatMap(values: values, rows: rows, columns: columns)
  }
}
