import Lessons

/// What the compiler gets for one step: a script that imports the steps before it, and then
/// the author's code as it stands in the lesson, line for line.
public struct StepProgram: Sendable, Equatable {
  /// Unique in the lesson, made from the step's id: `step_best_match`.
  public var moduleName: String
  /// The whole source file.
  public var source: String
  /// The modules of the earlier steps that this one imports, oldest first.
  public var imports: [String]
  /// What later steps see of this one.
  public var declares: [Declaration]
  /// The modules that this step or an earlier one imports by an `import` line of its own,
  /// sorted; not those of the prelude.
  public var importedModules: [String]
  /// Text put into the author's lines, in the order of the lesson's lines and columns.
  var placedInsertions: [PlacedInsertion]

  /// Where the author's text stands that the compiler means by `column` of the lesson's `line`.
  ///
  /// Columns shift on the few lines on which something was inserted; a column inside an
  /// insertion is where it was put.
  public func originalPosition(line: Int, column: Int) -> SourcePosition {
    var shift = 0
    for insertion in placedInsertions where insertion.position.line == line {
      let start = insertion.position.column + shift
      if column < start { break }
      if column < start + insertion.length {
        return SourcePosition(line: line, column: insertion.position.column)
      }
      shift += insertion.length
    }
    return SourcePosition(line: line, column: column - shift)
  }
}

extension StepProgram {
  /// A message as an author understands it: `Oops`, not `step_5.Oops`. The modules that steps
  /// become are Lectern's affair.
  func withoutModuleNames(_ message: String) -> String {
    (imports + [moduleName]).reduce(message) { $0.replacing("\($1).", with: "") }
  }
}

/// Text that was put into a line of the lesson.
struct PlacedInsertion: Sendable, Equatable {
  /// In the lesson's file: the text stands before what was at this column.
  var position: SourcePosition
  /// In bytes.
  var length: Int
}
