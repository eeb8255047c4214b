import Display
import Lessons
import Running

/// The blocks of a lesson as pieces of a page, in order: prose, steps, exercises.
struct LessonBody {
  private enum Section {
    case prose(Block)
    case step(Step)
    case exercise(String, [ExerciseView.Part])
  }

  let lesson: Lesson
  let run: LessonRun
  let anchors: PageAnchors
  let cache: any HighlightCache

  /// - Parameter prose: renders the prose and gathers what is wrong with it.
  func markup(_ blocks: some Sequence<Block>, prose: inout ProseRenderer) -> [Markup] {
    sections(blocks, &prose).map { section in
      switch section {
      case .prose(let block): prose.render(block)
      case .step(let step):
        StepView(
          step: step, run: run[step.id], anchor: anchors.anchor(ofStep: step.id), cache: cache
        ).markup
      case .exercise(let name, let parts):
        ExerciseView(name: name, parts: parts, run: run, anchors: anchors, cache: cache).markup
      }
    }
  }

  /// The blocks with the neighbouring fences of each exercise gathered.
  private func sections(
    _ blocks: some Sequence<Block>, _ prose: inout ProseRenderer
  ) -> [Section] {
    var sections: [Section] = []
    for block in blocks {
      guard let (name, part) = exercisePart(of: block, &prose) else {
        if case .step(let step) = block {
          sections.append(.step(step))
        } else {
          sections.append(.prose(block))
        }
        continue
      }
      if case .exercise(name, let earlier)? = sections.last {
        sections[sections.count - 1] = .exercise(name, earlier + [part])
      } else {
        sections.append(.exercise(name, [part]))
      }
    }
    return sections
  }

  private func exercisePart(
    of block: Block, _ prose: inout ProseRenderer
  ) -> (String, ExerciseView.Part)? {
    switch block {
    case .step(let step): step.role.exercise.map { ($0, .step(step)) }
    case .hint(let exercise, let blocks, _): (exercise, .hint(blocks.map { prose.render($0) }))
    default: nil
    }
  }
}
