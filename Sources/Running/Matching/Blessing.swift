import Lessons

/// Writes what steps really wrote into their lesson.
///
/// Blessing twice changes nothing more, and what was blessed matches (but for a NaN under a
/// tolerance, which equals nothing).
public enum Blessing {
  public struct Change: Sendable, Equatable {
    public var stepID: String
    /// From what the lesson said to what the step wrote.
    public var difference: Difference
  }

  /// A figure of the prose that is no longer what its expression gives.
  public struct FigureChange: Sendable, Equatable {
    public var figure: Figure
    public var correction: String
  }

  /// - Parameters:
  ///   - figures: see ``figureChanges(in:run:)``.
  ///   - outputs: by step id, see ``StepRun/textOutput(of:)``. Steps not named stay as they are.
  /// - Returns: the lesson's new file, equal to the old in every byte but those of the blocks
  ///   whose output has changed and of the figures, and what changed, in the order of the steps.
  public static func bless(
    lesson: Lesson, outputs: [String: String], figures: [FigureChange] = []
  ) -> (source: String, changes: [Change]) {
    let source = LessonBytes(lesson.source)
    var edits: [Edit] = []
    var changes: [Change] = []
    for step in lesson.steps {
      guard let output = outputs[step.id] else { continue }
      let expected =
        step.expected ?? ExpectedOutput(text: "", position: step.position, byteRange: 0..<0)
      guard case .differs(let difference) = OutputMatch.compare(actual: output, expected: expected)
      else { continue }
      changes.append(Change(stepID: step.id, difference: difference))
      edits += source.edits(for: step, output: output)
    }
    edits += figures.map { Edit(range: $0.figure.byteRange, text: $0.correction) }
    return (source.applying(edits), changes)
  }

  /// Bytes of the lesson's file and what replaces them.
  struct Edit: Equatable {
    var range: Range<Int>
    var text: String
  }

  /// What has to be written where the prose repeats results.
  public static func figureChanges(in lesson: Lesson, run: LessonRun) -> [FigureChange] {
    zip(lesson.figures, run.figures).compactMap { figure, run in
      guard case .value(let text, let digits) = run.outcome,
        case .differs(_, let correction?) = FigureMatch.compare(
          figure, text: text, digits: digits)
      else { return nil }
      return FigureChange(figure: figure, correction: correction)
    }
  }
}
