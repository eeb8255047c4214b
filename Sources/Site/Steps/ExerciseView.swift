import Display
import Lessons
import Running

/// The fences of one exercise that stand together: the starter to begin from, and closed at
/// first the hints, the solution and the checks.
struct ExerciseView {
  enum Part {
    case step(Step)
    /// Rendered.
    case hint([Markup])
  }

  let name: String
  let parts: [Part]
  let run: LessonRun
  let anchors: PageAnchors
  let cache: any HighlightCache

  var markup: Markup {
    let hintCount = parts.count { if case .hint = $0 { true } else { false } }
    var hints = 0
    var content: [Markup] = []
    for part in parts {
      switch part {
      case .hint(let blocks):
        hints += 1
        let title = hintCount > 1 ? "Hint \(hints)" : "Hint"
        content.append(.disclosure(title, class: "hint", blocks))
      case .step(let step): content.append(view(of: step))
      }
    }
    return .element(
      "section", ["class": "exercise", "aria-label": "Exercise \(name)"], content)
  }

  private func view(of step: Step) -> Markup {
    let view = StepView(
      step: step, run: run[step.id], anchor: anchors.anchor(ofStep: step.id), cache: cache)
    return switch step.role {
    case .solution: .disclosure("Solution", class: "solution", [view.markup])
    case .check: .disclosure("Check", class: "check", [view.markup])
    case .wrong: .disclosure("A common wrong answer", class: "wrong", [view.markup])
    default: .fragment([view.markup] + weakChecks)
    }
  }

  /// Checks that accept an untouched starter check nothing.
  private var weakChecks: [Markup] {
    guard let exercise = run.exercises.first(where: { $0.name == name }),
      !exercise.starterWasRejected
    else { return [] }
    let title = "Failed: the checks accept the untouched starter"
    return [NoticeView(kind: .failure, title: title, text: exercise.message).markup]
  }
}

extension Step.Role {
  /// The exercise that the fence belongs to.
  var exercise: String? {
    switch self {
    case .starter(let name), .solution(let name), .check(let name), .wrong(let name): name
    case .ordinary, .shown, .compileError, .trap: nil
    }
  }
}
