import Lessons

/// Reads the compiler's messages and puts them at the lesson's own lines.
///
/// The compiler prints `FILE:LINE:COLUMN: SEVERITY: MESSAGE` and then source lines; those are
/// left out, since they may show what Lectern added, and the lesson has its own.
struct DiagnosticParser {
  var locations: StepLocations
  var step: Step
  var program: StepProgram

  func parse(_ output: String) -> [Diagnostic] {
    var seen: Set<String> = []
    return output.split(separator: "\n").compactMap { line in
      guard let message = Self.message(in: line), let diagnostic = diagnostic(for: message) else {
        return nil
      }
      // One mistake in a generic context can be reported once an instantiation.
      return seen.insert(String(line)).inserted ? diagnostic : nil
    }
  }

  private struct Message {
    var file: Substring
    var line: Int
    var column: Int
    var severity: Diagnostic.Severity
    var text: String
  }

  private static func message(in line: Substring) -> Message? {
    for severity in [Diagnostic.Severity.error, .warning, .note] {
      guard let mark = line.firstRange(of: ": \(severity.rawValue): ") else { continue }
      var place = line[..<mark.lowerBound]
      guard let column = popNumber(&place), let row = popNumber(&place) else { continue }
      return Message(
        file: place, line: row, column: column, severity: severity,
        text: String(line[mark.upperBound...]))
    }
    if let mark = line.firstRange(of: "error: "),
      line.hasPrefix("<unknown>:0: ") || mark.lowerBound == line.startIndex
    {
      return Message(
        file: "", line: 0, column: 0, severity: .error, text: String(line[mark.upperBound...]))
    }
    return nil
  }

  /// Takes `:NUMBER` off the end.
  private static func popNumber(_ text: inout Substring) -> Int? {
    guard let colon = text.lastIndex(of: ":"), let number = Int(text[text.index(after: colon)...])
    else { return nil }
    text = text[..<colon]
    return number
  }

  private func diagnostic(for message: Message) -> Diagnostic? {
    guard let line = locations.line(message.line, of: message.file) else {
      // Notes about other files say where something is declared: nothing to fix there.
      guard message.severity == .error else { return nil }
      return Diagnostic(
        severity: .error, message: program.withoutModuleNames(message.text),
        position: SourcePosition(line: step.codeLine, column: 1))
    }
    let isOfStep = locations.step(of: message.file) == step.id
    let position =
      isOfStep
      ? program.originalPosition(line: line, column: message.column)
      : SourcePosition(line: line, column: message.column)
    return Diagnostic(
      severity: message.severity, message: program.withoutModuleNames(message.text),
      position: isOfStep ? min(position, lastPosition) : position)
  }

  /// Behind the last character: what is missing from unfinished code is missing there, and not
  /// on the line with which the fence ends.
  private var lastPosition: SourcePosition {
    let lines = step.code.split(separator: "\n", omittingEmptySubsequences: false)
    let last = lines.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? 0
    return SourcePosition(line: step.codeLine + last, column: lines[last].utf8.count + 1)
  }
}
