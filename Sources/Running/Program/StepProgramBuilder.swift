import Lessons
import SwiftParser
import SwiftSyntax

/// Makes the programs of a lesson's steps, one after the other.
///
/// A value: a copy branches the lesson, as for an exercise's starter and its solution.
public struct StepProgramBuilder: Sendable {
  private let lessonPath: String
  private let preludeModules: [String]
  private var stepModules: [String] = []
  private var importLines: [ImportLine] = []
  private var owners = NameOwners()

  /// - Parameters:
  ///   - lessonPath: the file that the compiler's messages name.
  ///   - preludeModules: what every step imports without saying so.
  public init(lessonPath: String, preludeModules: [String]) {
    self.lessonPath = lessonPath
    self.preludeModules = preludeModules
  }

  /// Adds the next step.
  ///
  /// - Parameter isolated: later steps see nothing of this one. So it is with `error` and
  ///   `trap` steps in any case: the lesson goes on from the state before them.
  /// - Returns: what to compile.
  /// - Throws: ``LessonProblems`` for what Swift accepts in a script and a lesson cannot run.
  public mutating func add(_ step: Step, isolated: Bool = false) throws -> StepProgram {
    let code = try StepCode(step, file: lessonPath, owners: owners)
    let moduleName = moduleName(for: step.id)
    let program = StepProgram(
      moduleName: moduleName,
      source: prelude + sourceLocated(code.edited, step: step.id),
      imports: stepModules,
      declares: code.names.declarations,
      importedModules: Set((importLines + code.names.imports).map(\.module)).sorted(),
      placedInsertions: code.placedInsertions)
    if !isolated, step.role != .compileError, step.role != .trap {
      stepModules.append(moduleName)
      importLines += code.names.imports.filter { !importLines.contains($0) }
      owners.record(code.names.declarations, in: moduleName)
    }
    return program
  }

  private var prelude: String {
    var lines = preludeModules.map { "import \($0)" }
    for line in importLines {
      lines += line.condition.map { ["#if \($0)", line.text, "#endif"] } ?? [line.text]
    }
    lines += stepModules.map { "@testable import \($0)" }
    lines += owners.scopedImports
    return lines.map { $0 + "\n" }.joined()
  }

  /// Has the compiler count the code's own lines; see ``StepLocations``.
  private func sourceLocated(_ code: String, step: String) -> String {
    let file = StepLocations.file(lessonPath: lessonPath, step: step)
    let path = file.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
    let body = code.isEmpty || code.hasSuffix("\n") ? code : code + "\n"
    return "#sourceLocation(file: \"\(path)\", line: 1)\n\(body)#sourceLocation()\n"
  }

  /// `dump` and error messages show the name to readers, so it speaks, and stays the same when
  /// steps are added before it.
  private func moduleName(for id: String) -> String {
    let letters = id.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
    let plain = String(letters)
    let name = plain.hasPrefix("step_") ? plain : "step_" + plain
    guard stepModules.contains(name) else { return name }
    return (2...).lazy.map { "\(name)_\($0)" }.first { !stepModules.contains($0) } ?? name
  }
}
