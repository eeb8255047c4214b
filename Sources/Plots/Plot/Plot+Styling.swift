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
    changed {
      if directions.contains(.x) { $0.xAxis.isLogarithmic = true }
      if directions.contains(.y) { $0.yAxis.isLogarithmic = true }
    }
  }

  /// The plot with fixed ranges; what lies outside is cut off. Nil fits the data.
  public func range(x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil) -> Plot {
    changed {
      if let x { $0.xAxis.range = x }
      if let y { $0.yAxis.range = y }
    }
  }

  /// The plot with a vertical line at `x`, named in the legend.
  public func reference(x value: Double, _ name: String) -> Plot {
    changed { $0.references.append(Reference(direction: .x, value: value, name: name)) }
  }

  /// The plot with a horizontal line at `y`, named in the legend.
  public func reference(y value: Double, _ name: String) -> Plot {
    changed { $0.references.append(Reference(direction: .y, value: value, name: name)) }
  }

  /// The plot with the lines and points of another on the same axes. Bars and histograms stand
  /// alone: with them this stops the program.
  public func overlaid(with other: Plot) -> Plot {
    guard case .series(let own) = content, case .series(let others) = other.content else {
      fatalError("Plot.overlaid(with:): only lines and points can share their axes")
    }
    return changed {
      $0.content = .series(own + others)
      $0.references += other.references
      $0.contours += other.contours
    }
  }

  private func changed(_ change: (inout Plot) -> Void) -> Plot {
    var copy = self
    change(&copy)
    return copy
  }
}
