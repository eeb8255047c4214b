import SwiftSyntax

/// The expression that ends a step, whose value is displayed, as in any notebook.
struct TrailingExpression {
  private(set) var opening: [Insertion] = []
  private(set) var closing: [Insertion] = []

  /// - Parameter declarations: the step's own names.
  init(_ items: CodeBlockItemListSyntax, declarations: [Declaration]) {
    guard case .expr(let expression) = items.last?.item,
      expression.isWorthShowing(besides: Set(declarations.map(\.name)))
    else { return }
    let range = expression.codeRange
    // Qualified, for a step may well have a `display` of its own.
    opening = [Insertion(offset: range.lowerBound, text: "Display.display(")]
    closing = [Insertion(offset: range.upperBound, text: ")")]
  }
}

/// Calls that never have a value to show. To wrap them would do no harm but for the compiler's
/// messages, which would speak of code that the author did not write.
private let callsWithoutValue: Set = [
  "assert", "assertionFailure", "debugPrint", "display", "exit", "expect", "fatalError",
  "precondition", "preconditionFailure", "print", "reportDataUse", "reportProgress",
]

extension ExprSyntax {
  fileprivate func isWorthShowing(besides ownNames: Set<String>) -> Bool {
    if let inner = self.as(TryExprSyntax.self) {
      return inner.expression.isWorthShowing(besides: ownNames)
    }
    if let macro = self.as(MacroExpansionExprSyntax.self) {
      return !["warning", "error"].contains(macro.macroName.text)
    }
    if let call = self.as(FunctionCallExprSyntax.self),
      let name = call.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.plainName
    {
      return ownNames.contains(name) || !callsWithoutValue.contains(name)
    }
    if let sequence = self.as(SequenceExprSyntax.self) {
      return !sequence.elements.contains(where: \.isAssignment)
    }
    return true
  }

  /// `=`, `+=` and the like. Operators of the author's that end in `=` count as well.
  var isAssignment: Bool {
    if self.is(AssignmentExprSyntax.self) { return true }
    guard let name = self.as(BinaryOperatorExprSyntax.self)?.operator.text else { return false }
    return name.hasSuffix("=") && !comparisonOperators.contains(name)
  }
}

/// Operators that end in `=` and change nothing.
private let comparisonOperators: Set = [
  "==", "!=", "<=", ">=", "===", "!==", "~=", ".==", ".!=", ".<=", ".>=",
]
