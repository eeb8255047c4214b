import Lessons
import SwiftParser
import SwiftSyntax

/// A step's code as read with SwiftSyntax: what it declares and what has to be put into it.
///
/// Code with syntax errors is left as it is: the compiler explains them better.
struct StepCode {
  let names: TopLevelNames
  let edited: String
  let placedInsertions: [PlacedInsertion]

  init(_ step: Step, file: String, owners: NameOwners) throws {
    let tree = Parser.parse(source: step.code)
    guard !tree.hasError else {
      names = TopLevelNames([])
      edited = step.code
      placedInsertions = []
      return
    }
    let lines = CodeLines(step)
    let problems = UnsupportedCode.find(in: tree).map { $0.problem(file: file, lines: lines) }
    if !problems.isEmpty { throw LessonProblems(problems) }
    names = TopLevelNames(tree.statements)
    let insertions = Self.insertions(in: tree, names: names, code: step.code, owners: owners)
    edited = insertions.applied(to: step.code)
    placedInsertions = insertions.placed(in: lines)
  }

  private static func insertions(
    in tree: SourceFileSyntax, names: TopLevelNames, code: String, owners: NameOwners
  ) -> [Insertion] {
    let trailing = TrailingExpression(tree.statements, declarations: names.declarations)
    let ownsExpect =
      owners.owner(of: "expect") != nil || names.declarations.contains { $0.name == "expect" }
    let operands = ownsExpect ? [] : ComparisonOperands.insertions(in: tree, code: code)
    let qualifiers = EarlierNames.insertions(
      in: tree.statements, declarations: names.declarations, owners: owners)
    let conformances = LaterConformances.insertions(
      in: tree.statements, declarations: names.declarations)
    // At one offset `display(` comes before what its argument begins with, and the closing
    // parenthesis after what it ends with.
    return trailing.opening + conformances + qualifiers + operands + trailing.closing
  }
}
