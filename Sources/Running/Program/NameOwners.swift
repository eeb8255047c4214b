/// Which module owns each top-level name that the steps so far have declared.
///
/// Two steps that declare the same name make it ambiguous in a third that imports both, unless
/// that one also has a *scoped* import (`import struct step_05.Model`) of the newer: scoped
/// imports win. They also win against a public name of the engine.
struct NameOwners {
  /// Declarations that hold under one condition.
  private struct Layer {
    var condition: String?
    /// One for each module: kind and owner. Several only for overloaded functions.
    var owners: [Owner]
    var isScoped: Bool

    /// Functions live side by side; one that has the signature of an older one replaces it.
    mutating func overload(with newer: Owner) {
      if let index = owners.firstIndex(where: { $0.module == newer.module }) {
        owners[index].signatures.formUnion(newer.signatures)
      } else {
        isScoped = true
        owners.append(newer)
      }
      owners.removeAll {
        $0.module != newer.module && !$0.signatures.isDisjoint(with: newer.signatures)
      }
    }
  }

  private struct Owner {
    var kind: Declaration.Kind
    var module: String
    var signatures: Set<String>
  }

  /// Oldest first; only the first can be without a condition.
  private var layers: [String: [Layer]] = [:]

  /// The module that declared `name` last.
  func owner(of name: String) -> String? { layers[name]?.last?.owners.last?.module }

  mutating func record(_ declarations: [Declaration], in module: String) {
    for declaration in declarations { record(declaration, in: module) }
  }

  private mutating func record(_ declaration: Declaration, in module: String) {
    let older = layers[declaration.name] ?? []
    let owner = Owner(
      kind: declaration.kind, module: module, signatures: [declaration.signature])
    // An overload of a function needs help only when an earlier step has the name, too.
    let isScoped = declaration.kind != .function || !older.isEmpty
    let layer = Layer(condition: declaration.condition, owners: [owner], isScoped: isScoped)
    if declaration.condition != nil {
      layers[declaration.name] = older + [layer]
    } else if declaration.kind == .function, var only = older.first, older.count == 1,
      only.owners.allSatisfy({ $0.kind == .function })
    {
      only.overload(with: owner)
      layers[declaration.name] = [only]
    } else {
      layers[declaration.name] = [layer]
    }
  }

  /// The lines of a prelude, sorted by name.
  var scopedImports: [String] {
    layers.sorted { $0.key < $1.key }.flatMap { name, layers in
      Self.lines(for: name, layers)
    }
  }

  private static func lines(for name: String, _ layers: [Layer]) -> [String] {
    guard layers.contains(where: \.isScoped) else { return [] }
    var lines: [String] = []
    for layer in layers.reversed() {
      if let condition = layer.condition {
        lines.append("\(lines.isEmpty ? "#if" : "#elseif") \(condition)")
      } else if !lines.isEmpty {
        lines.append("#else")
      }
      lines += layer.owners.map {
        "@testable import \($0.kind.rawValue) \($0.module).`\(name)`"
      }
    }
    return layers.contains { $0.condition != nil } ? lines + ["#endif"] : lines
  }
}
