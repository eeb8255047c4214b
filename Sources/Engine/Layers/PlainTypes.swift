/// Types that hold no parameter, so that nobody has to look at each of a million elements.
enum PlainTypes {
  /// Whether the type of `value` alone says that there is no variable in it.
  static func contains(_ value: Any) -> Bool {
    _openExistential(type(of: value), do: isPlainType)
  }
}

private func isPlainType<Value>(_ type: Value.Type) -> Bool {
  if let container = type as? any Container.Type { return container.isPlain }
  // What holds no reference holds no variable, numbers and enums without payload for example.
  return _isPOD(type) || type is any StringProtocol.Type || type == Tensor.self
    || type == Indices.self
}

/// A type that is plain if those of its elements are.
private protocol Container {
  static var isPlain: Bool { get }
}

extension Optional: Container {
  fileprivate static var isPlain: Bool { isPlainType(Wrapped.self) }
}

extension Array: Container {
  fileprivate static var isPlain: Bool { isPlainType(Element.self) }
}

extension ContiguousArray: Container {
  fileprivate static var isPlain: Bool { isPlainType(Element.self) }
}

extension ArraySlice: Container {
  fileprivate static var isPlain: Bool { isPlainType(Element.self) }
}

extension Set: Container {
  fileprivate static var isPlain: Bool { isPlainType(Element.self) }
}

extension Dictionary: Container {
  fileprivate static var isPlain: Bool {
    isPlainType(Key.self) && isPlainType(Value.self)
  }
}
