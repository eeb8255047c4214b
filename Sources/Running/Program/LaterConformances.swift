import SwiftSyntax

/// Lets a step give a type of an earlier step (or of the engine) a conformance, as it could if
/// both stood in one file.
///
/// Across modules Swift asks that the members be `public`, even when the type itself is not,
/// and warns that the type's own module might add the conformance some day. No step will.
enum LaterConformances {
  static func insertions(
    in items: CodeBlockItemListSyntax, declarations: [Declaration]
  ) -> [Insertion] {
    let ownNames = Set(declarations.map(\.name))
    return items.flatMap { item -> [Insertion] in
      guard let type = item.item.as(ExtensionDeclSyntax.self), !ownNames.contains(type.baseName)
      else { return [] }
      // As an array: a filtered syntax collection is a new tree, with other positions.
      let inherited = Array(type.inheritanceClause?.inheritedTypes ?? [])
      let protocols = inherited.filter { !ownNames.contains($0.type.baseName) }
      // A protocol of the step's own asks nothing.
      if protocols.isEmpty { return [] }
      let marks = protocols.filter { !$0.type.trimmedDescription.contains("@retroactive") }.map {
        Insertion(offset: $0.type.codeRange.lowerBound, text: "@retroactive ")
      }
      return marks + type.memberBlock.members.compactMap { publication(of: $0.decl) }
    }
  }

  /// `public` before a member that says nothing about who may use it.
  private static func publication(of member: DeclSyntax) -> Insertion? {
    guard let declaration = member.asProtocol((any WithModifiersSyntax).self),
      !declaration.modifiers.contains(where: { accessLevels.contains($0.name.text) }),
      let start = declaration.firstTokenAfterAttributes
    else { return nil }
    return Insertion(offset: start.codeRange.lowerBound, text: "public ")
  }

  private static let accessLevels: Set = [
    "open", "public", "package", "internal", "fileprivate", "private",
  ]
}

extension WithModifiersSyntax {
  fileprivate var firstTokenAfterAttributes: TokenSyntax? {
    guard let attributes = asProtocol((any WithAttributesSyntax).self)?.attributes,
      let last = attributes.lastToken(viewMode: .sourceAccurate)
    else { return firstToken(viewMode: .sourceAccurate) }
    return last.nextToken(viewMode: .sourceAccurate)
  }
}

extension ExtensionDeclSyntax {
  fileprivate var baseName: String { extendedType.baseName }
}

extension TypeSyntax {
  /// `Model` in `Model<Int>` and `@unchecked Model`.
  fileprivate var baseName: String {
    if let type = self.as(IdentifierTypeSyntax.self) { return type.name.plainName }
    if let type = self.as(AttributedTypeSyntax.self) { return type.baseType.baseName }
    return trimmedDescription
  }
}
