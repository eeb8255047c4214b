import Display
import Lessons
import Running

/// A step on its page: the code in its colours, and below it what the run made of it.
struct StepView {
  let step: Step
  let run: StepRun?
  /// The `id` on the page.
  let anchor: String
  let cache: any HighlightCache

  /// A figure; without code for a hidden step; nothing for a hidden step that shows nothing.
  var markup: Markup {
    let result = ResultView(step: step, run: run, name: name).markup
    if step.visibility == .hidden {
      return result.isEmpty
        ? .fragment([]) : .element("div", ["class": "step hidden-code", "id": anchor], result)
    }
    return .element("figure", ["class": "step", "id": anchor], [caption, shownCode] + result)
  }

  /// How labels call the step; unique on the page.
  private var name: String {
    switch step.role {
    case .starter(let exercise): "exercise \(exercise)"
    case .solution(let exercise): "\(exercise), solution"
    case .check(let exercise): "\(exercise), check"
    case .wrong(let exercise): "\(exercise), wrong answer \(step.id)"
    case .ordinary, .shown, .compileError, .trap: step.id
    }
  }

  /// The code alone, for a place that has a caption of its own.
  var code: Markup {
    let tokens = cache.tokens(of: step.code.trimmedEnd, otherwise: SwiftColours.tokens)
    return .scrollable(
      "code", label: "Swift code of \(name)", .preformattedCode(.code(tokens)))
  }

  private var shownCode: Markup {
    step.visibility == .folded ? .disclosure("Show the code", class: "fold", [code]) : code
  }

  private var caption: Markup {
    let link = Markup.element(
      "a", ["href": "#" + anchor, "aria-label": "Link to \(name)"],
      .text(step.role.exercise ?? step.id))
    return .element("figcaption", [:], [link] + badges)
  }

  private var badges: [Markup] {
    var words: [String] = []
    switch step.role {
    case .compileError: words.append("does not compile")
    case .trap: words.append("stops with an error")
    case .shown: words.append("not run")
    case .solution: words.append("solution")
    case .check: words.append("check")
    case .wrong: words.append("a common wrong answer")
    case .starter: words.append("your turn")
    case .ordinary: break
    }
    if step.isSlow { words.append("slow") }
    return words.map { .element("span", ["class": "badge"], .text($0)) }
  }
}
