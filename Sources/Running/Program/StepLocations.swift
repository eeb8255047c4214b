import Lessons

/// Translates the places that compiled steps know to those of the lesson's file.
///
/// A step is compiled as a file `Lessons/03-….md#train` whose first line is the step's own
/// first. So a change of the prose above a step neither compiles it again nor makes what is
/// kept of it wrong, and a message from a function of an earlier step finds its line too.
struct StepLocations: Sendable, Equatable {
  let lessonPath: String
  /// The lesson's line of each step's first line.
  private let firstLines: [String: Int]

  init(lessonPath: String, steps: [Step]) {
    self.lessonPath = lessonPath
    firstLines = Dictionary(
      steps.map { ($0.id, $0.codeLine) }, uniquingKeysWith: { first, _ in first })
  }

  /// The file that the compiler is told a step stands in.
  static func file(lessonPath: String, step: String) -> String { "\(lessonPath)#\(step)" }

  /// The file that holds the step's program.
  static func sourceName(ofStep step: String) -> String { step + sourceEnding }

  static let sourceEnding = ".step.swift"

  /// The step that `file` names, when it is one of this lesson.
  func step(of file: some StringProtocol) -> String? {
    guard let mark = file.lastIndex(of: "#") else { return nil }
    // Debug information may hold the path behind the folder of the compilation.
    let path = file[..<mark]
    guard path == lessonPath || path.hasSuffix("/" + lessonPath) else { return nil }
    let step = String(file[file.index(after: mark)...])
    return firstLines[step] == nil ? nil : step
  }

  /// The lesson's line for `line` of `file`.
  func line(_ line: Int, of file: some StringProtocol) -> Int? {
    step(of: file).flatMap { firstLines[$0] }.map { $0 + line - 1 }
  }

  /// The lesson's line for `line` of `file` in debug information, which has the name of the
  /// program's own file for code that was inlined at top level, but the line of the step.
  func line(_ line: Int, ofFrameIn file: some StringProtocol) -> Int? {
    guard file.hasSuffix(Self.sourceEnding), let name = file.split(separator: "/").last else {
      return self.line(line, of: file)
    }
    let step = String(name.dropLast(Self.sourceEnding.count))
    return firstLines[step].map { $0 + line - 1 }
  }
}
