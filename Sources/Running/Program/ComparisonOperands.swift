import SwiftSyntax

/// Makes `expect(a == b)` say what `a` and `b` were: hands both, with their source text, to
/// the parameter `operands` of `expect`.
final class ComparisonOperands: SyntaxVisitor {
  private let code: [UInt8]
  private var insertions: [Insertion] = []
  /// How many `try` cover the place: the closure we add must not throw.
  private var tries = 0

  static func insertions(in tree: SourceFileSyntax, code: String) -> [Insertion] {
    guard code.contains("expect") else { return [] }
    let visitor = ComparisonOperands(code)
    visitor.walk(tree)
    return visitor.insertions
  }

  private init(_ code: String) {
    self.code = Array(code.utf8)
    super.init(viewMode: .sourceAccurate)
  }

  override func visit(_: TryExprSyntax) -> SyntaxVisitorContinueKind {
    tries += 1
    return .visitChildren
  }

  override func visitPost(_: TryExprSyntax) { tries -= 1 }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    if tries == 0, let insertion = insertion(for: node) { insertions.append(insertion) }
    return .visitChildren
  }

  private func insertion(for call: FunctionCallExprSyntax) -> Insertion? {
    guard let parenthesis = call.rightParen, call.trailingClosure == nil,
      call.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text == "expect",
      let condition = call.arguments.first, condition.label == nil,
      call.arguments.allSatisfy({ Self.labels.contains($0.label?.text) }),
      call.arguments.last?.trailingComma == nil,
      let comparison = condition.expression.as(SequenceExprSyntax.self),
      let sides = comparison.comparedSides
    else { return nil }
    let operands = sides.compactMap(operand)
    if operands.isEmpty { return nil }
    return Insertion(
      offset: parenthesis.positionAfterSkippingLeadingTrivia.utf8Offset,
      text: ", operands: { [\(operands.joined(separator: ", "))] }")
  }

  /// The labels that may stand before `operands`; the message has none.
  private static let labels: Set<String?> = [nil, "file", "line", "column"]

  /// `("a", (a) as Any)`, or nil when the operand says all by itself or cannot be repeated.
  private func operand(_ elements: ArraySlice<ExprSyntax>) -> String? {
    guard let first = elements.first, let last = elements.last else { return nil }
    let bytes = code[first.codeRange.lowerBound..<last.codeRange.upperBound]
    let source = String(decoding: bytes, as: UTF8.self)
    guard !source.contains(where: \.isNewline), RepeatableExpression.accepts(elements) else {
      return nil
    }
    let literal = source.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
    return "(\"\(literal)\", (\(source)) as Any)"
  }
}

extension SequenceExprSyntax {
  /// What stands left and right of the one comparison, if nothing binds looser than it.
  fileprivate var comparedSides: [ArraySlice<ExprSyntax>]? {
    let elements = Array(elements)
    var comparison: Int?
    for (index, element) in elements.enumerated() where !index.isMultiple(of: 2) {
      guard let name = element.as(BinaryOperatorExprSyntax.self)?.operator.text,
        !["&&", "||", "??"].contains(name), !element.isAssignment
      else { return nil }
      if ["==", "!=", "<", "<=", ">", ">="].contains(name) {
        if comparison != nil { return nil }
        comparison = index
      }
    }
    return comparison.map { [elements[..<$0], elements[($0 + 1)...]] }
  }
}

/// Decides whether an expression may be evaluated again, on its own, to show its value.
private final class RepeatableExpression: SyntaxVisitor {
  private var isRepeatable = true
  private var hasName = false

  static func accepts(_ elements: ArraySlice<ExprSyntax>) -> Bool {
    let visitor = RepeatableExpression(viewMode: .sourceAccurate)
    for element in elements {
      // `.red` and `.init()` have no type without the other side.
      if element.is(MemberAccessExprSyntax.self) || element.is(FunctionCallExprSyntax.self),
        element.firstToken(viewMode: .sourceAccurate)?.tokenKind == .period
      {
        return false
      }
      visitor.walk(element)
    }
    // Literals alone show nothing new, and may have another type on their own (`1 / 3`).
    return visitor.isRepeatable && visitor.hasName
  }

  private func refuse() -> SyntaxVisitorContinueKind {
    isRepeatable = false
    return .skipChildren
  }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    hasName = true
    // Names of calls that change what they are called on: once more would be once too often.
    let name = node.baseName.text
    let changes = ["remove", "pop", "next", "random", "insert", "append", "read", "update"]
    return changes.contains(where: name.hasPrefix) ? refuse() : .skipChildren
  }

  override func visit(_: TryExprSyntax) -> SyntaxVisitorContinueKind { refuse() }
  override func visit(_: AwaitExprSyntax) -> SyntaxVisitorContinueKind { refuse() }
  override func visit(_: ClosureExprSyntax) -> SyntaxVisitorContinueKind { refuse() }
  override func visit(_: InOutExprSyntax) -> SyntaxVisitorContinueKind { refuse() }
  override func visit(_: AssignmentExprSyntax) -> SyntaxVisitorContinueKind { refuse() }
  override func visit(_: MacroExpansionExprSyntax) -> SyntaxVisitorContinueKind { refuse() }
}
