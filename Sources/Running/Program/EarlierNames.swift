import SwiftSyntax

/// Makes `let ratings = ratings.filter { … }` mean what it means in any notebook: the right-hand
/// `ratings` is the earlier step's. Swift would call it circular.
///
/// Where a name that an earlier step has declared stands before or in the step's own new
/// declaration of it, it is qualified with the module that owns it: `step_01.ratings`. Bodies
/// of the step's own functions and types are left alone: they run later and mean the new one.
enum EarlierNames {
  static func insertions(
    in items: CodeBlockItemListSyntax, declarations: [Declaration], owners: NameOwners
  ) -> [Insertion] {
    let variables = declarations.filter { $0.kind == .constant || $0.kind == .variable }
    let pending = modules(of: variables, owners)
    let typeNames = declarations.filter { $0.kind == .typeAlias || $0.kind == .classType }
    let insertions = inheritance(in: items, modules(of: typeNames, owners))
    if pending.isEmpty { return insertions }
    let finder = EarlierNameFinder(modules: pending)
    for item in items { finder.visitTopLevel(item) }
    return insertions + finder.insertions
  }

  /// Owner by name, for the names that an earlier step has.
  private static func modules(
    of declarations: [Declaration], _ owners: NameOwners
  ) -> [String: String] {
    var modules: [String: String] = [:]
    for declaration in declarations {
      modules[declaration.name] = owners.owner(of: declaration.name)
    }
    return modules
  }

  /// `class Model: Model` and `typealias Row = [Row]`.
  private static func inheritance(
    in items: CodeBlockItemListSyntax, _ modules: [String: String]
  ) -> [Insertion] {
    if modules.isEmpty { return [] }
    return items.flatMap { item -> [Insertion] in
      if let type = item.item.as(ClassDeclSyntax.self), let clause = type.inheritanceClause {
        return TypeNameFinder.insertions(in: clause, name: type.name.plainName, modules)
      }
      if let alias = item.item.as(TypeAliasDeclSyntax.self) {
        return TypeNameFinder.insertions(
          in: alias.initializer, name: alias.name.plainName, modules)
      }
      return []
    }
  }
}

private final class TypeNameFinder: SyntaxVisitor {
  private let name: String
  private let module: String
  private var insertions: [Insertion] = []

  static func insertions(
    in node: some SyntaxProtocol, name: String, _ modules: [String: String]
  ) -> [Insertion] {
    guard let module = modules[name] else { return [] }
    let finder = TypeNameFinder(name: name, module: module)
    finder.walk(node)
    return finder.insertions
  }

  private init(name: String, module: String) {
    self.name = name
    self.module = module
    super.init(viewMode: .sourceAccurate)
  }

  override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
    if node.name.plainName == name {
      insertions.append(
        Insertion(offset: node.codeRange.lowerBound, text: module + "."))
    }
    return .visitChildren
  }
}
