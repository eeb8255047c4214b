/// Tells the runner the value of an expression that the prose of a lesson repeats.
///
/// Of a number all digits go along that tell it from its neighbours: the lesson says how many of
/// them it shows. Anything else is told as ``display(_:)`` would show it.
public func reportFigure<Value>(_ value: Value) {
  var data: [(key: String, value: JSONValue)] = [("text/plain", .string(plainText(of: value)))]
  if let digits = digits(of: value) {
    data.append(("application/x-lectern-digits", .string(digits)))
  }
  EventWriter.send(.object([("event", .string("display")), ("data", .object(data))]))
}

private func digits(of value: Any) -> String? {
  switch value {
  case let value as any BinaryInteger: return value.description
  case let value as any BinaryFloatingPoint: return exactDigits(value)
  default:
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional else { return nil }
    return mirror.children.first.flatMap { digits(of: $0.value) }
  }
}

/// A `Float` is told as the `Double` that it equals: that is what rounding must begin with.
private func exactDigits(_ value: some BinaryFloatingPoint) -> String {
  Double(value).description
}
