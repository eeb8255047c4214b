/// What a stored property adds to the names of the parameters in it.
struct MemberName {
  /// One name, or none.
  let path: [String]
  /// Whether the property is lazy, its value an optional.
  let isLazy: Bool

  init(of child: Mirror.Child, _ position: Int) {
    let lazyPrefix = "$__lazy_storage_$_"
    // Elements of arrays and tuples have no names of their own and are numbered.
    guard let label = child.label, !label.hasPrefix(".") else {
      path = ["\(position)"]
      isLazy = false
      return
    }
    isLazy = label.hasPrefix(lazyPrefix)
    if isLazy {
      path = [String(label.dropFirst(lazyPrefix.count))]
    } else if label.hasPrefix("_"), Self.isPropertyWrapper(child.value) {
      path = [String(label.dropFirst())]
    } else {
      // A property wrapper adds nothing to the name of the property.
      path = label == "wrappedValue" ? [] : [label]
    }
  }

  private static func isPropertyWrapper(_ value: Any) -> Bool {
    Mirror(reflecting: value).children.contains { $0.label == "wrappedValue" }
  }
}
