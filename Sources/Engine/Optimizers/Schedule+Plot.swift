import Plots

extension Schedule {
  /// The settings of all the steps of a run.
  public func settings(steps: Int) -> [Setting] {
    if steps < 0 { stop("Schedule", "a run of \(steps) steps is impossible") }
    return (0..<steps).map { setting(atStep: $0, of: steps) }
  }

  /// The learning rate over a run of so many steps; displayed, it is a drawing.
  public func plot(steps: Int) -> Plot {
    plot(steps, \.learningRate, "learning rate")
  }

  /// The momentum over a run of so many steps; empty if the schedule leaves it alone.
  public func momentumPlot(steps: Int) -> Plot {
    plot(steps, { $0.momentum ?? .nan }, "momentum")
  }

  private func plot(_ steps: Int, _ figure: (Setting) -> Double, _ name: String) -> Plot {
    Plot.line(settings(steps: steps).map(figure), startingAt: 0).axes(x: "step", y: name)
  }
}
