import Lessons
import SwiftSyntax

/// Code that Swift accepts in a script and that cannot work in a step.
struct UnsupportedCode {
  enum Kind {
    case guardBinding(String)
    case await
    case main
  }

  var kind: Kind
  /// Bytes of the step's code.
  var range: Range<Int>

  static func find(in tree: SourceFileSyntax) -> [UnsupportedCode] {
    statements(of: tree.statements).flatMap { item -> [UnsupportedCode] in
      switch item.item {
      case .stmt(let statement): guardBinding(statement) + AwaitFinder.find(in: item)
      case .decl(let declaration): mainAttribute(declaration) + AwaitFinder.find(in: item)
      case .expr: AwaitFinder.find(in: item)
      }
    }
  }

  /// The top-level items, those in `#if` included.
  private static func statements(of items: CodeBlockItemListSyntax) -> [CodeBlockItemSyntax] {
    items.flatMap { item -> [CodeBlockItemSyntax] in
      guard case .decl(let declaration) = item.item,
        let block = declaration.as(IfConfigDeclSyntax.self)
      else { return [item] }
      return block.clauses.flatMap { clause -> [CodeBlockItemSyntax] in
        guard case .statements(let inner) = clause.elements else { return [] }
        return statements(of: inner)
      }
    }
  }

  private static func guardBinding(_ statement: StmtSyntax) -> [UnsupportedCode] {
    guard let statement = statement.as(GuardStmtSyntax.self) else { return [] }
    for element in statement.conditions {
      switch element.condition {
      case .optionalBinding(let binding):
        let name = binding.pattern.trimmedDescription
        return [UnsupportedCode(kind: .guardBinding(name), at: statement.guardKeyword)]
      case .matchingPattern:
        return [UnsupportedCode(kind: .guardBinding("x"), at: statement.guardKeyword)]
      default: continue
      }
    }
    return []
  }

  private static func mainAttribute(_ declaration: DeclSyntax) -> [UnsupportedCode] {
    let attributes = declaration.asProtocol((any WithAttributesSyntax).self)?.attributes
    return (attributes ?? []).compactMap { element in
      guard let attribute = element.as(AttributeSyntax.self),
        attribute.attributeName.trimmedDescription == "main"
      else { return nil }
      return UnsupportedCode(kind: .main, at: attribute)
    }
  }

  fileprivate init(kind: Kind, at node: some SyntaxProtocol) {
    self.kind = kind
    range = node.codeRange
  }
}

extension UnsupportedCode {
  func problem(file: String, lines: CodeLines) -> LessonProblem {
    LessonProblem(
      file: file, position: lines.position(of: range.lowerBound), length: range.count,
      message: message, advice: advice, sourceLine: lines.text(at: range.lowerBound))
  }

  private var message: String {
    switch kind {
    case .guardBinding: "what a top-level ‘guard’ binds is lost to the steps that follow"
    case .await: "a step cannot ‘await’ at its top level"
    case .main: "a step has no use for ‘@main’: its statements run from the top"
    }
  }

  private var advice: String {
    switch kind {
    case .guardBinding(let name):
      """
      write ‘let \(name) = …!’ to stop the lesson when there is no value, ‘?? …’ to give \
      another one, or ‘if let’ when only this step needs it
      """
    case .await:
      """
      call a function that is not ‘async’; if there is none, ‘import Dispatch’, let \
      ‘Task.detached { …; done.signal() }’ do the work and wait for it with \
      ‘done.wait()’, where ‘let done = DispatchSemaphore(value: 0)’
      """
    case .main: "remove the attribute and call what the program should do"
    }
  }
}

/// Finds `await` that the step itself would have to wait for: not in functions, closures, types.
private final class AwaitFinder: SyntaxVisitor {
  private var found: [UnsupportedCode] = []

  static func find(in item: CodeBlockItemSyntax) -> [UnsupportedCode] {
    let finder = AwaitFinder(viewMode: .sourceAccurate)
    finder.walk(item)
    return finder.found
  }

  private func note(_ keyword: TokenSyntax) {
    found.append(UnsupportedCode(kind: .await, at: keyword))
  }

  override func visit(_ node: AwaitExprSyntax) -> SyntaxVisitorContinueKind {
    note(node.awaitKeyword)
    return .skipChildren
  }

  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
    if let keyword = node.awaitKeyword { note(keyword) }
    return .visitChildren
  }

  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    let isAsync = node.modifiers.first { $0.name.tokenKind == .keyword(.async) }
    if let isAsync { note(isAsync.name) }
    return isAsync == nil ? .visitChildren : .skipChildren
  }

  override func visit(_: AccessorBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_: MemberBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}

extension SyntaxProtocol {
  /// Bytes of the code, without the blanks and comments around.
  var codeRange: Range<Int> {
    let start = positionAfterSkippingLeadingTrivia.utf8Offset
    return start..<max(start, endPositionBeforeTrailingTrivia.utf8Offset)
  }
}
