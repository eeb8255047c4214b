import Lessons

/// What every sample begins with: five lines, so that the body begins on line 6.
let opening = "---\ntitle: T\nsummary: S\n---\n\n"

/// Parses a lesson with the usual front matter.
func lesson(_ body: String) throws -> Lesson {
  try LessonParser.parse(path: "Lessons/07-sample.md", source: opening + body)
}

/// The problems of a whole file as `line:column+length message | advice`.
func problems(ofFile source: String) -> [String] {
  do {
    _ = try LessonParser.parse(path: "Lessons/07-sample.md", source: source)
    return []
  } catch {
    return error.problems.map { problem in
      let place = "\(problem.position.line):\(problem.position.column)+\(problem.length)"
      return "\(place) \(problem.message)" + (problem.advice.map { " | \($0)" } ?? "")
    }
  }
}

/// The same for a body below the usual front matter, without lengths and advice.
func problems(_ body: String) -> [String] { problems(ofFile: opening + body) }

/// Where a formula or fence stands does not matter to most tests.
let somewhere = SourcePosition(line: 1, column: 1)

/// A block told in one short line.
func outline(_ block: Block) -> String {
  switch block {
  case .heading(let heading):
    "h\(heading.level)#\(heading.anchor) \(outline(heading.content))"
  case .paragraph(let content, let position):
    "p@\(position.line):\(position.column) \(outline(content))"
  case .quote(let blocks): "quote[\(blocks.map(outline).joined(separator: "; "))]"
  case .list(let list):
    "\(list.start.map { "ol\($0)" } ?? "ul")\(list.isTight ? "" : "~")["
      + list.items.map { $0.map(outline).joined(separator: "; ") }.joined(separator: " | ") + "]"
  case .code(let language, let text, let position):
    "code(\(language))@\(position.line):\(position.column) \(text.debugDescription)"
  case .thematicBreak: "rule"
  case .math(let tex, let position):
    "math@\(position.line):\(position.column) \(tex.debugDescription)"
  case .step(let step): "step(\(step.id))"
  case .hint(let exercise, let blocks, let position):
    "hint(\(exercise))@\(position.line):\(position.column)[\(outline(blocks))]"
  case .answer(let blocks, let position):
    "answer@\(position.line):\(position.column)[\(outline(blocks))]"
  }
}

func outline(_ blocks: [Block]) -> String { blocks.map(outline).joined(separator: "; ") }

func outline(_ inlines: [Inline]) -> String { inlines.map(outline).joined() }

func outline(_ inline: Inline) -> String {
  switch inline {
  case .text(let text): text
  case .code(let text): "`\(text)`"
  case .emphasis(let content): "*\(outline(content))*"
  case .strong(let content): "**\(outline(content))**"
  case .definition(let term, let content): "**\(outline(content))**=\(term.anchor)"
  case .link(let destination, let title, let content):
    "[\(outline(content))](\(destination)\(title.isEmpty ? "" : " \(title)"))"
  case .image(let source, _, let alternative): "![\(alternative)](\(source))"
  case .math(let tex, let position): "{\(tex)}@\(position.line):\(position.column)"
  case .softBreak: "⏎"
  case .hardBreak: "⏎⏎"
  }
}
