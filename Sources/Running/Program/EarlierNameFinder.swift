import SwiftSyntax

/// Walks a step's statements with Swift's rules of scope and finds the names that still mean an
/// earlier step's variable.
final class EarlierNameFinder: SyntaxVisitor {
  private(set) var insertions: [Insertion] = []
  /// The module that owns each name not yet declared anew.
  private var modules: [String: String]
  /// Local names, innermost scope last.
  private var scopes: [Set<String>] = []

  init(modules: [String: String]) {
    self.modules = modules
    super.init(viewMode: .sourceAccurate)
  }

  func visitTopLevel(_ item: CodeBlockItemSyntax) {
    guard case .decl(let declaration) = item.item else { return walk(item) }
    if let block = declaration.as(IfConfigDeclSyntax.self) {
      for case .statements(let items)? in block.clauses.map(\.elements) {
        for item in items { visitTopLevel(item) }
      }
    } else if let variables = declaration.as(VariableDeclSyntax.self) {
      for binding in variables.bindings {
        // An accessor's body runs later and means the new variable.
        if let initializer = binding.initializer { walk(initializer) }
        for name in binding.pattern.boundNames { modules[name] = nil }
      }
    }
  }

  private func qualify(_ name: TokenSyntax) {
    guard let module = module(of: name) else { return }
    insertions.append(
      Insertion(offset: name.codeRange.lowerBound, text: module + "."))
  }

  /// Writes out the value of the short forms `if let ratings` and `[ratings]`.
  private func spellOut(_ name: TokenSyntax) {
    guard let module = module(of: name) else { return }
    insertions.append(
      Insertion(
        offset: name.codeRange.upperBound, text: " = \(module).\(name.trimmedDescription)"))
  }

  private func module(of name: TokenSyntax) -> String? {
    guard let module = modules[name.plainName],
      !scopes.contains(where: { $0.contains(name.plainName) })
    else { return nil }
    return module
  }

  private func declare(_ name: String) {
    if !scopes.isEmpty { scopes[scopes.count - 1].insert(name) }
  }

  private func inScope(_ body: () -> Void) -> SyntaxVisitorContinueKind {
    scopes.append([])
    body()
    scopes.removeLast()
    return .skipChildren
  }

  // MARK: Uses

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    qualify(node.baseName)
    return .skipChildren
  }

  /// In `a.b` only `a` is looked up.
  override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
    if let base = node.base { walk(base) }
    return .skipChildren
  }

  override func visit(_ node: KeyPathPropertyComponentSyntax) -> SyntaxVisitorContinueKind {
    .skipChildren
  }

  // MARK: Scopes

  override func visit(_ node: CodeBlockSyntax) -> SyntaxVisitorContinueKind {
    inScope { walk(node.statements) }
  }

  /// Functions and types are known in all of their block, even before they are declared.
  override func visit(_ node: CodeBlockItemListSyntax) -> SyntaxVisitorContinueKind {
    for item in node {
      if let function = item.item.as(FunctionDeclSyntax.self) { declare(function.name.plainName) }
    }
    return .visitChildren
  }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
    inScope {
      if let signature = node.signature { walk(signature) }
      walk(node.statements)
    }
  }

  override func visit(_ node: ClosureCaptureSyntax) -> SyntaxVisitorContinueKind {
    if let initializer = node.initializer { walk(initializer) } else { spellOut(node.name) }
    declare(node.name.plainName)
    return .skipChildren
  }

  override func visit(_ node: ClosureShorthandParameterSyntax) -> SyntaxVisitorContinueKind {
    declare(node.name.plainName)
    return .skipChildren
  }

  override func visit(_ node: ClosureParameterSyntax) -> SyntaxVisitorContinueKind {
    declare((node.secondName ?? node.firstName).plainName)
    return .skipChildren
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    inScope {
      walk(node.signature)
      if let body = node.body { walk(body) }
    }
  }

  override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
    inScope {
      walk(node.signature)
      if let body = node.body { walk(body) }
    }
  }

  override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
    if let value = node.defaultValue { walk(value) }
    declare((node.secondName ?? node.firstName).plainName)
    return .skipChildren
  }

  /// The members of a type hide what is outside.
  override func visit(_ node: MemberBlockSyntax) -> SyntaxVisitorContinueKind {
    inScope {
      for member in node.members {
        if let variables = member.decl.as(VariableDeclSyntax.self) {
          variables.bindings.flatMap(\.pattern.boundNames).forEach(declare)
        } else if let function = member.decl.as(FunctionDeclSyntax.self) {
          declare(function.name.plainName)
        }
      }
      walk(node.members)
    }
  }

  // MARK: Bindings

  /// A local `let ratings = ratings` reads the outer one, so the names come after the value.
  override func visit(_ node: PatternBindingSyntax) -> SyntaxVisitorContinueKind {
    if let initializer = node.initializer { walk(initializer) }
    walk(node.pattern)
    if let accessors = node.accessorBlock { walk(accessors) }
    return .skipChildren
  }

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    declare(node.identifier.plainName)
    return .skipChildren
  }

  override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
    if let initializer = node.initializer {
      walk(initializer)
    } else if let name = node.pattern.as(IdentifierPatternSyntax.self) {
      spellOut(name.identifier)
    }
    walk(node.pattern)
    return .skipChildren
  }

  override func visit(_ node: MatchingPatternConditionSyntax) -> SyntaxVisitorContinueKind {
    walk(node.initializer)
    walk(node.pattern)
    return .skipChildren
  }

  override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
    _ = inScope {
      walk(node.conditions)
      walk(node.body)
    }
    switch node.elseBody {
    case .ifExpr(let next): walk(next)
    case .codeBlock(let block): walk(block)
    case nil: break
    }
    return .skipChildren
  }

  /// What a guard binds is known after it, not in its `else`.
  override func visit(_ node: GuardStmtSyntax) -> SyntaxVisitorContinueKind {
    scopes.append([])
    walk(node.conditions)
    let bound = scopes.removeLast()
    walk(node.body)
    bound.forEach(declare)
    return .skipChildren
  }

  override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
    inScope {
      walk(node.conditions)
      walk(node.body)
    }
  }

  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
    walk(node.sequence)
    return inScope {
      walk(node.pattern)
      if let condition = node.whereClause { walk(condition) }
      walk(node.body)
    }
  }

  override func visit(_ node: SwitchCaseSyntax) -> SyntaxVisitorContinueKind {
    inScope {
      walk(node.label)
      walk(node.statements)
    }
  }

  override func visit(_ node: CatchClauseSyntax) -> SyntaxVisitorContinueKind {
    inScope {
      walk(node.catchItems)
      walk(node.body)
    }
  }
}
