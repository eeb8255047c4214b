/// One axis as it is drawn: what it measures, its range and its ticks.
struct Axis: Equatable {
  var title: String
  var scale: Scale
  var ticks: [Tick]

  struct Tick: Equatable {
    var value: Double
    var label: String
  }

  /// How the range follows from the data when the author has fixed none.
  enum Fit {
    /// Exactly the data.
    case tight
    /// The data and some room around them.
    case roomy
    /// Out to the next ticks, and down to zero if that is near.
    case round
    /// Out to the next ticks from zero.
    case fromZero
  }

  /// Fits an axis to data.
  ///
  /// - Parameters:
  ///   - values: everything that is to be seen; what cannot be drawn is ignored.
  ///   - tickCount: about so many ticks.
  init(_ options: Plot.AxisOptions, fitting values: [Double], _ fit: Fit, tickCount: Int) {
    title = options.title
    if options.isLogarithmic {
      let interval = Axis.logarithmicInterval(options, values.filter { $0 > 0 }, fit)
      scale = Scale(interval, isLogarithmic: true)
      ticks = LogarithmicTicks(interval, count: tickCount).ticks
      return
    }
    var interval = Axis.interval(options, values, fit)
    // No half epochs, unless less than one is shown.
    let isWhole = interval.length >= 1 && values.allSatisfy { !$0.isDrawable || $0 == $0.rounded() }
    let step = DecimalStep(dividing: interval, into: tickCount, atLeast: isWhole ? 1 : 0)
    if fit == .round || fit == .fromZero {
      if options.lowerEnd == nil { interval.lower = step.value(step.index(below: interval.lower)) }
      if options.upperEnd == nil { interval.upper = step.value(step.index(above: interval.upper)) }
    }
    scale = Scale(interval, isLogarithmic: false)
    ticks = Axis.ticks(of: step, in: interval)
  }

  private static func ticks(of step: DecimalStep, in interval: Interval) -> [Tick] {
    let (first, last) = (step.index(above: interval.lower), step.index(below: interval.upper))
    if first > last { return [] }
    let largest = max(step.value(first).magnitude, step.value(last).magnitude)
    return (first...last).map {
      Tick(value: step.value($0), label: step.label($0, largest: largest))
    }
  }

  private static func interval(
    _ options: Plot.AxisOptions, _ values: [Double], _ fit: Fit
  ) -> Interval {
    let fitted = fittedInterval(values, fit)
    let interval = Interval(options.lowerEnd ?? fitted.lower, options.upperEnd ?? fitted.upper)
    // An end that was asked for may lie beyond all data.
    if interval.lower <= interval.upper { return interval.widenedIfEmpty }
    let end = options.lowerEnd ?? interval.upper
    return Interval(end, end).widenedIfEmpty
  }

  private static func fittedInterval(_ values: [Double], _ fit: Fit) -> Interval {
    guard let data = Interval(of: values) else { return Interval(0, 1) }
    switch fit {
    case .tight: return data.widenedIfEmpty
    case .fromZero:
      let isAllZero = data == Interval(0, 0)
      return isAllZero ? Interval(0, 1) : data.including(0).widenedIfEmpty
    case .round:
      let isNearZero = data.lower > 0 && data.lower < data.upper * 0.3
      return (isNearZero ? data.including(0) : data).widenedIfEmpty
    case .roomy:
      let wide = data.widenedIfEmpty
      let margin = wide.length * 0.04
      return Interval(max(wide.lower - margin, -5e307), min(wide.upper + margin, 5e307))
    }
  }

  /// Like ``interval``, on positive numbers: room is a factor here, and zero is never near.
  private static func logarithmicInterval(
    _ options: Plot.AxisOptions, _ values: [Double], _ fit: Fit
  ) -> Interval {
    let fitted = fittedLogarithmicInterval(values, fit)
    let (lower, upper) = (options.lowerEnd, options.upperEnd)
    let interval = Interval(lower ?? fitted.lower, upper ?? fitted.upper)
    if interval.lower < interval.upper || lower != nil && upper != nil {
      return widenedIfEmpty(interval)
    }
    // Three powers of ten beside the end that was asked for, where the data lie beyond it.
    return upper.map { Interval(max($0 / 1000, .leastNonzeroMagnitude), $0) }
      ?? Interval(interval.lower, min(interval.lower * 1000, 5e307))
  }

  private static func fittedLogarithmicInterval(_ values: [Double], _ fit: Fit) -> Interval {
    guard let data = Interval(of: values) else { return Interval(1, 10) }
    if fit == .tight { return widenedIfEmpty(data) }
    return widenedIfEmpty(Interval(data.lower / 1.2, min(data.upper * 1.2, 5e307)))
  }

  private static func widenedIfEmpty(_ interval: Interval) -> Interval {
    if interval.upper / interval.lower > 1.000_001 { return interval }
    // Half of the least double is zero, which has no logarithm.
    let lower = max(interval.lower / 2, .leastNonzeroMagnitude)
    return Interval(lower, min(interval.upper * 2, 5e307))
  }
}
