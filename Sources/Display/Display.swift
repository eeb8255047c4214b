/// Shows `value` below the step: in the terminal as text, on the page in its richest form.
///
/// A ``Displayable`` value shows its own representations. A string shows itself. An array or
/// set is shown element by element in brackets, a dictionary sorted by its keys' text (hash
/// order changes from run to run). Anything else shows its description.
public func display<Value>(_ value: Value) {
  display(representations(of: value))
}

/// A step that ends in an expression without a value shows nothing.
public func display(_ value: Void) {}

/// Neither does one that may not even be reached: `history?.append(3)`.
public func display(_ value: Void?) {}

/// Shows one value in the forms given.
public func display(_ representations: Representations) {
  guard EventWriter.descriptor != nil else {
    print(representations.plain)
    return
  }
  var data: [(key: String, value: JSONValue)] = [("text/plain", .string(representations.plain))]
  if let html = representations.html { data.append(("text/html", .string(html.rendered))) }
  if let svg = representations.svg { data.append(("image/svg+xml", .string(svg.rendered))) }
  EventWriter.send(.object([("event", .string("display")), ("data", .object(data))]))
}

/// How ``display(_:)`` shows `value`.
public func representations<Value>(of value: Value) -> Representations {
  switch value {
  case let value as any Displayable: value.representations
  case let value as Representations: value
  default: Representations(plain: plainText(of: value))
  }
}
