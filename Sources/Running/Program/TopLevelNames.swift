import SwiftSyntax

/// What stands at the top level of a step: its declarations and its `import` lines.
struct TopLevelNames {
  private(set) var declarations: [Declaration] = []
  private(set) var imports: [ImportLine] = []

  init(_ items: CodeBlockItemListSyntax) {
    collect(items, condition: nil)
  }

  private mutating func collect(_ items: CodeBlockItemListSyntax, condition: String?) {
    for item in items {
      if case .decl(let declaration) = item.item { collect(declaration, condition: condition) }
    }
  }

  private mutating func collect(_ declaration: DeclSyntax, condition: String?) {
    if let block = declaration.as(IfConfigDeclSyntax.self) {
      collect(block, condition: condition)
    } else if let line = declaration.as(ImportDeclSyntax.self) {
      imports.append(ImportLine(line, condition: condition))
    } else if !declaration.isPrivate {
      declarations += declaration.declaredNames.map { name in
        var name = name
        name.condition = condition
        return name
      }
    }
  }

  /// A clause holds where its own condition does and those of the clauses before do not.
  private mutating func collect(_ block: IfConfigDeclSyntax, condition outer: String?) {
    var conditions = outer.map { [$0] } ?? []
    for clause in block.clauses {
      let own = clause.condition.map { "(\($0.trimmedDescription))" }
      if case .statements(let items) = clause.elements {
        let all = conditions + (own.map { [$0] } ?? [])
        collect(items, condition: all.joined(separator: " && "))
      }
      if let own { conditions.append("!\(own)") }
    }
  }
}

/// An author's `import` line, to be repeated in the steps after it.
struct ImportLine: Hashable {
  /// With attributes: `@preconcurrency import struct Foundation.Date`.
  var text: String
  /// `Foundation`.
  var module: String
  var condition: String?

  init(_ line: ImportDeclSyntax, condition: String?) {
    text = line.trimmedDescription.split(whereSeparator: \.isNewline).joined(separator: " ")
    module = line.path.first?.name.text ?? ""
    self.condition = condition
  }
}

extension DeclSyntax {
  fileprivate var isPrivate: Bool {
    asProtocol((any WithModifiersSyntax).self)?.modifiers.contains {
      $0.name.tokenKind == .keyword(.private) || $0.name.tokenKind == .keyword(.fileprivate)
    } ?? false
  }

  fileprivate var declaredNames: [Declaration] {
    switch kind {
    case .variableDecl: self.as(VariableDeclSyntax.self)?.declaredNames ?? []
    case .functionDecl: self.as(FunctionDeclSyntax.self)?.declaredNames ?? []
    case .structDecl: named(.structure)
    case .classDecl, .actorDecl: named(.classType)
    case .enumDecl: named(.enumeration)
    case .protocolDecl: named(.protocolType)
    case .typeAliasDecl: named(.typeAlias)
    default: []
    }
  }

  private func named(_ kind: Declaration.Kind) -> [Declaration] {
    guard let name = asProtocol((any NamedDeclSyntax).self)?.name.plainName else { return [] }
    return [Declaration(kind: kind, name: name)]
  }
}

extension VariableDeclSyntax {
  fileprivate var declaredNames: [Declaration] {
    let isConstant = bindingSpecifier.tokenKind == .keyword(.let)
    return bindings.flatMap(\.pattern.boundNames).map {
      Declaration(kind: isConstant ? .constant : .variable, name: $0)
    }
  }
}

extension FunctionDeclSyntax {
  /// An operator has no scoped import, and needs none: its operands' types tell it apart.
  fileprivate var declaredNames: [Declaration] {
    guard case .identifier = name.tokenKind else { return [] }
    let parameters = signature.parameterClause.parameters.map { parameter in
      "\(parameter.firstName.text):\(parameter.type.trimmedDescription)"
    }
    let result = signature.returnClause?.type.trimmedDescription ?? "Void"
    return [
      Declaration(
        kind: .function, name: name.plainName,
        signature: "(\(parameters.joined(separator: ","))) -> \(result)")
    ]
  }
}

extension TokenSyntax {
  /// The name without backticks.
  var plainName: String { identifier?.name ?? text }
}

extension PatternSyntax {
  /// The names that the pattern binds, in order.
  var boundNames: [String] {
    if let name = self.as(IdentifierPatternSyntax.self) { return [name.identifier.plainName] }
    if let tuple = self.as(TuplePatternSyntax.self) {
      return tuple.elements.flatMap(\.pattern.boundNames)
    }
    return []
  }
}
