/// A dictionary's values in the order of their keys: of the keys themselves if they have one, else
/// of their descriptions.
struct DictionaryEntries {
  let sorted: [(key: String, value: Any)]
  /// A description that two keys share, if there is one.
  let ambiguousKey: String?

  init(_ mirror: Mirror) {
    let entries = mirror.children.compactMap { child -> (key: Any, value: Any)? in
      let pair = Array(Mirror(reflecting: child.value).children)
      return pair.count == 2 ? (pair[0].value, pair[1].value) : nil
    }
    sorted =
      entries
      .sorted { Self.isLess($0.key, $1.key) ?? ("\($0.key)" < "\($1.key)") }
      .map { (key: "\($0.key)", value: $0.value) }
    let keys = sorted.map(\.key).sorted()
    ambiguousKey = zip(keys, keys.dropFirst()).first { $0 == $1 }?.0
  }

  private static func isLess(_ left: Any, _ right: Any) -> Bool? {
    guard let left = left as? any Comparable else { return nil }
    return isLess(left, right)
  }

  private static func isLess<Key: Comparable>(_ left: Key, _ right: Any) -> Bool? {
    (right as? Key).map { left < $0 }
  }
}
