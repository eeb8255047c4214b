import Lessons

/// The hidden steps that compute what a lesson's figures repeat: one for all figures that name
/// the same step, so that they cost one compilation.
struct FigureSteps {
  private var figures: [String: [Figure]]

  /// Each expression stands on a line of its own, at its own first column.
  private static let linesPerFigure = 3

  init(_ lesson: Lesson) {
    figures = Dictionary(grouping: lesson.figures, by: \.step)
  }

  /// The step to run on the state after `step`; nil when no figure names it.
  func step(after step: String) -> Step? {
    guard let figures = figures[step] else { return nil }
    let code = figures.map { "Display.reportFigure(\n\($0.expression)\n)\n" }.joined()
    // No author's id has a full stop.
    return Step(
      id: step + ".figures", code: code, position: SourcePosition(line: 1, column: 1), codeLine: 1)
  }

  /// Which of the figures after a step, and where in the lesson, its hidden step's `position`
  /// means.
  static func locate(
    _ position: SourcePosition?, among figures: [Figure]
  ) -> (index: Int, position: SourcePosition) {
    let place = position ?? SourcePosition(line: 1, column: 1)
    let index = min(max(0, (place.line - 1) / linesPerFigure), figures.count - 1)
    let start = figures[index].expressionPosition
    let isInExpression = (place.line - 1) % linesPerFigure == 1
    let offset = isInExpression ? place.column - 1 : 0
    return (index, SourcePosition(line: start.line, column: start.column + offset))
  }
}
