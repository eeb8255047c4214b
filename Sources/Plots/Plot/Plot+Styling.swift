extension Plot {
  /// The plot with a title, a line of text that says what is to be seen.
  public func titled(_ title: String) -> Plot { changed { $0.title = title } }

  /// The plot with what the axes measure, and in which unit: `.axes(x: "time (ms)")`.
  public func axes(x: String = "", y: String = "") -> Plot {
    changed {
      $0.xAxis.title = x
      $0.yAxis.title = y
    }
  }

  /// The plot with logarithmic axes: `.logarithmic(.x)`, `.logarithmic(.x, .y)`.
  public func logarithmic(_ directions: Direction...) -> Plot {
    if directions.isEmpty { fatalError("Plot.logarithmic: which axis? .logarithmic(.y)") }
    return changed {
      if directions.contains(.x) { $0.xAxis.isLogarithmic = true }
      if directions.contains(.y) { $0.yAxis.isLogarithmic = true }
    }
  }

  /// The plot with fixed ranges; what lies outside is cut off. Nil fits the data.
  ///
  /// An end that the axis cannot have, such as 0 on a logarithmic one, fits the data, and the plot
  /// says so.
  public func range(x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil) -> Plot {
    changed {
      if let x { $0.xAxis.range = x }
      if let y { $0.yAxis.range = y }
    }
  }

  /// The plot with fixed ranges from other numbers.
  @_disfavoredOverload
  public func range<X: PlotNumber, Y: PlotNumber>(
    x: ClosedRange<X>? = nil as ClosedRange<Double>?,
    y: ClosedRange<Y>? = nil as ClosedRange<Double>?
  ) -> Plot {
    range(
      x: x.map { $0.lowerBound.plotValue...$0.upperBound.plotValue },
      y: y.map { $0.lowerBound.plotValue...$0.upperBound.plotValue })
  }

  /// The plot with a vertical line at `x`, named in the legend. On bars this is a line at a value.
  ///
  /// A line that has no place on the axis is not drawn, and the plot says so.
  public func reference(x value: Double, _ name: String) -> Plot {
    changed { $0.references.append(Reference(direction: .x, value: value, name: name)) }
  }

  /// The plot with a horizontal line at `y`, named in the legend.
  public func reference(y value: Double, _ name: String) -> Plot {
    changed { $0.references.append(Reference(direction: .y, value: value, name: name)) }
  }

  @_disfavoredOverload
  public func reference(x value: some PlotNumber, _ name: String) -> Plot {
    reference(x: value.plotValue, name)
  }

  @_disfavoredOverload
  public func reference(y value: some PlotNumber, _ name: String) -> Plot {
    reference(y: value.plotValue, name)
  }

  /// The plot with the lines and points of another on the same axes. Bars and histograms stand
  /// alone: with them this stops the program.
  ///
  /// Titles and ranges are this plot's, or the other's where this one has none.
  public func overlaid(with other: Plot) -> Plot {
    guard case .series(let own) = content, case .series(let others) = other.content else {
      fatalError("Plot.overlaid(with:): only lines and points can share their axes")
    }
    return changed {
      $0.content = .series(own + others)
      $0.references += other.references
      $0.contours += other.contours
      $0.annotations += other.annotations
      if title.isEmpty { $0.title = other.title }
      if colorScale == ColorScale() { $0.colorScale = other.colorScale }
      $0.xAxis.fill(from: other.xAxis)
      $0.yAxis.fill(from: other.yAxis)
    }
  }

  func changed(_ change: (inout Plot) -> Void) -> Plot {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Plot.AxisOptions {
  /// Takes over what was asked of another axis and not of this one.
  fileprivate mutating func fill(from other: Plot.AxisOptions) {
    if title.isEmpty { title = other.title }
    if range == nil { range = other.range }
    isLogarithmic = isLogarithmic || other.isLogarithmic
  }
}
