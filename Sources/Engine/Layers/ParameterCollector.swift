/// Finds the variables in a layer by reflection.
struct ParameterCollector {
  private(set) var parameters: [NamedParameter] = []
  /// Two layers may share a variable; it is trained, and listed, once, under its first name.
  private var seen: Set<ObjectIdentifier> = []

  /// Collects what the stored properties of `value` hold, those of superclasses first.
  mutating func collectMembers(of value: Any, path: [String] = []) {
    var mirrors = [Mirror(reflecting: value)]
    while let parent = mirrors.last?.superclassMirror { mirrors.append(parent) }
    for mirror in mirrors.reversed() {
      for (position, child) in mirror.children.enumerated() {
        collect(child.value, path: path + [name(of: child, position)])
      }
    }
  }

  private mutating func collect(_ value: Any, path: [String]) {
    switch value {
    case let variable as Variable: add(variable, path)
    case let layer as any Layer: add(layer, path)
    case is Tensor, is Indices, is String: return
    default: collectFromContainer(value, path: path)
    }
  }

  private mutating func add(_ variable: Variable, _ path: [String]) {
    guard seen.insert(ObjectIdentifier(variable)).inserted else { return }
    parameters.append(NamedParameter(name: path.joined(separator: "."), variable: variable))
  }

  /// Asks the layer itself, which may name its parameters in its own way.
  private mutating func add(_ layer: any Layer, _ path: [String]) {
    for parameter in layer.parameters { add(parameter.variable, path + [parameter.name]) }
  }

  private mutating func collectFromContainer(_ value: Any, path: [String]) {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
      // An optional adds nothing to the name.
      if let wrapped = mirror.children.first?.value { collect(wrapped, path: path) }
    case .collection where holdsNumbers(mirror):
      // A million numbers are not worth a look at each.
      return
    case .struct, .tuple, .collection, .enum:
      collectMembers(of: value, path: path)
    case .dictionary, .set:
      refuseUnordered(mirror, path)
    default:
      // Other classes may lead anywhere, also back to where the search came from.
      return
    }
  }

  private func holdsNumbers(_ mirror: Mirror) -> Bool {
    mirror.children.first.map { $0.value is any Numeric || $0.value is String } ?? true
  }

  /// Parameters have an order, which a dictionary lacks: training would differ from run to run.
  private func refuseUnordered(_ mirror: Mirror, _ path: [String]) {
    var collector = ParameterCollector()
    for child in mirror.children { collector.collect(child.value, path: []) }
    if collector.parameters.isEmpty { return }
    fatalError(
      "\(path.joined(separator: ".")): keep layers and variables in an array; a dictionary or "
        + "set has no fixed order")
  }

  /// Elements of arrays and tuples have no names of their own and are numbered.
  private func name(of child: Mirror.Child, _ position: Int) -> String {
    guard let label = child.label, !label.hasPrefix(".") else { return "\(position)" }
    let lazyPrefix = "$__lazy_storage_$_"
    return label.hasPrefix(lazyPrefix) ? String(label.dropFirst(lazyPrefix.count)) : label
  }
}
