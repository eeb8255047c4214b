extension Plot.Series {
  /// The series with error bars from `y - error` to `y + error`; stops the program when there are
  /// not as many errors as points, or when one is negative. Where one is not a number, the point
  /// has no bar.
  public func errorBars<Errors: RandomAccessCollection>(_ errors: Errors) -> Plot.Series
  where Errors.Element: PlotNumber {
    with(.errorBars, Plot.intervals(around: points.map(\.y), errors.plotValues, "errorBars"))
  }

  /// The series with error bars from `lower` to `upper`, in the units of y.
  public func errorBars<Lower: RandomAccessCollection, Upper: RandomAccessCollection>(
    lower: Lower, upper: Upper
  ) -> Plot.Series where Lower.Element: PlotNumber, Upper.Element: PlotNumber {
    with(
      .errorBars,
      Plot.intervals(from: lower.plotValues, to: upper.plotValues, points.count, "errorBars"))
  }

  /// The series with a shaded band from `lower` to `upper`, in the units of y; stops the program
  /// when there are not as many ends as points, or when an upper end lies below its lower one.
  public func band<Lower: RandomAccessCollection, Upper: RandomAccessCollection>(
    lower: Lower, upper: Upper
  ) -> Plot.Series where Lower.Element: PlotNumber, Upper.Element: PlotNumber {
    with(.band, Plot.intervals(from: lower.plotValues, to: upper.plotValues, points.count, "band"))
  }

  /// The series with a shaded band from `y - error` to `y + error`.
  public func band<Errors: RandomAccessCollection>(_ errors: Errors) -> Plot.Series
  where Errors.Element: PlotNumber {
    with(.band, Plot.intervals(around: points.map(\.y), errors.plotValues, "band"))
  }

  /// The series with points whose colours show `values`; a point whose value is missing is a
  /// cross.
  public func colored<Values: RandomAccessCollection>(by values: Values) -> Plot.Series
  where Values.Element: PlotNumber {
    if values.count != points.count {
      fatalError("Plot.Series.colored(by:): \(values.count) values for \(points.count) points")
    }
    var copy = self
    for (index, value) in values.enumerated() { copy.points[index].colorValue = value.plotValue }
    return copy
  }

  private func with(_ spread: Spread, _ intervals: [ClosedRange<Double>?]) -> Plot.Series {
    var copy = self
    copy.spread = spread
    for (index, interval) in intervals.enumerated() { copy.points[index].interval = interval }
    return copy
  }
}

extension Plot {
  /// The plot of one line, one cloud of points or bars with error bars from `value - error` to
  /// `value + error`. Give a `Series` its own where there are several.
  public func errorBars<Errors: RandomAccessCollection>(_ errors: Errors) -> Plot
  where Errors.Element: PlotNumber {
    if case .bars(var bars) = content {
      let intervals = Plot.intervals(
        around: bars.map(\.value), errors.plotValues, "errorBars", of: "bars")
      for (index, interval) in intervals.enumerated() { bars[index].interval = interval }
      return changed { $0.content = .bars(bars) }
    }
    return changingOnlySeries("errorBars") { $0.errorBars(errors) }
  }

  /// The plot of one line or one cloud of points with error bars from `lower` to `upper`.
  public func errorBars<Lower: RandomAccessCollection, Upper: RandomAccessCollection>(
    lower: Lower, upper: Upper
  ) -> Plot where Lower.Element: PlotNumber, Upper.Element: PlotNumber {
    if case .bars(var bars) = content {
      let intervals = Plot.intervals(
        from: lower.plotValues, to: upper.plotValues, bars.count, "errorBars", of: "bars")
      for (index, interval) in intervals.enumerated() { bars[index].interval = interval }
      return changed { $0.content = .bars(bars) }
    }
    return changingOnlySeries("errorBars") { $0.errorBars(lower: lower, upper: upper) }
  }

  /// The plot of one line with a shaded band from `lower` to `upper`.
  public func band<Lower: RandomAccessCollection, Upper: RandomAccessCollection>(
    lower: Lower, upper: Upper
  ) -> Plot where Lower.Element: PlotNumber, Upper.Element: PlotNumber {
    changingOnlySeries("band") { $0.band(lower: lower, upper: upper) }
  }

  /// The plot of one line with a shaded band from `y - error` to `y + error`.
  public func band<Errors: RandomAccessCollection>(_ errors: Errors) -> Plot
  where Errors.Element: PlotNumber {
    changingOnlySeries("band") { $0.band(errors) }
  }

  private func changingOnlySeries(_ name: String, _ change: (Series) -> Series) -> Plot {
    guard case .series(let series) = content, series.count == 1 else {
      fatalError(
        "Plot.\(name): this needs a plot of one series; give each `Plot.Series` its own "
          + "before they are drawn together")
    }
    return changed { $0.content = .series([change(series[0])]) }
  }

  static func intervals(
    around values: [Double], _ errors: [Double], _ name: String, of things: String = "points"
  ) -> [ClosedRange<Double>?] {
    if errors.count != values.count {
      fatalError("Plot.\(name): \(errors.count) errors for \(values.count) \(things)")
    }
    if let negative = errors.first(where: { $0 < 0 }) {
      fatalError("Plot.\(name): an error of \(negative); it must not be negative")
    }
    return zip(values, errors).map { value, error in
      let isDrawable = (value - error).isDrawable && (value + error).isDrawable
      return isDrawable ? value - error...value + error : nil
    }
  }

  static func intervals(
    from lower: [Double], to upper: [Double], _ count: Int, _ name: String,
    of things: String = "points"
  ) -> [ClosedRange<Double>?] {
    if lower.count != count || upper.count != count {
      fatalError(
        "Plot.\(name): \(lower.count) lower and \(upper.count) upper ends for \(count) \(things)")
    }
    return zip(lower, upper).map { lower, upper in
      if lower > upper {
        fatalError("Plot.\(name): the lower end \(lower) lies above the upper one \(upper)")
      }
      return lower.isDrawable && upper.isDrawable ? lower...upper : nil
    }
  }
}
