/// The text form of any value; see ``display(_:)``.
func plainText<Value>(of value: Value) -> String {
  switch value {
  case let value as any Displayable: return value.representations.plain
  case let value as String: return value
  case let value as any StringProtocol: return String(value)
  default: break
  }
  let mirror = Mirror(reflecting: value)
  switch mirror.displayStyle {
  case .optional: return mirror.children.first.map { plainText(of: $0.value) } ?? "nil"
  case .collection: return bracketed(mirror.children.map { elementText(of: $0.value) })
  case .set: return bracketed(mirror.children.map { elementText(of: $0.value) }.sorted())
  case .dictionary: return dictionaryText(mirror)
  default: return String(describing: value)
  }
}

/// Inside a collection strings are quoted, as Swift does.
private func elementText(of value: Any) -> String {
  if let text = value as? String { return String(reflecting: text) }
  return plainText(of: value)
}

private func bracketed(_ elements: [String]) -> String {
  "[" + elements.joined(separator: ", ") + "]"
}

/// Integer keys are sorted by value, all others by their text.
private func dictionaryText(_ mirror: Mirror) -> String {
  let pairs = mirror.children.map { child in
    Array(Mirror(reflecting: child.value).children.map(\.value))
  }
  if pairs.isEmpty { return "[:]" }
  let sorted = pairs.sorted { left, right in
    if let left = left[0] as? Int, let right = right[0] as? Int { return left < right }
    return elementText(of: left[0]) < elementText(of: right[0])
  }
  return bracketed(sorted.map { "\(elementText(of: $0[0])): \(elementText(of: $0[1]))" })
}
