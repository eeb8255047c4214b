/// Finds the variables in a layer by reflection.
///
/// Looks into everything that a stored property can hold and that can be looked into, whether it is
/// a ``Layer`` or not. What may hold a variable out of sight is refused by name rather than left
/// out. Closures alone are passed over: what they capture cannot be seen, and most capture no
/// parameter.
struct ParameterCollector {
  private(set) var parameters: [NamedParameter] = []
  /// Two layers may share a variable or an object; it is trained, and listed, once, under its first
  /// name. The objects are kept, lest another takes the place of one in memory.
  private var seen: [ObjectIdentifier: AnyObject] = [:]

  /// The objects whose members are being collected, by this collector or by one further out. An
  /// object that leads back to one of them leads to nothing new.
  @TaskLocal private static var entered: Set<ObjectIdentifier> = []

  static func parameters(of layer: some Layer) -> [NamedParameter] {
    var collector = ParameterCollector()
    collector.enter(layer) { $0.collectMembers(of: layer) }
    return collector.parameters
  }

  /// Collects what the stored properties of `value` hold, those of superclasses first.
  mutating func collectMembers(of value: Any, path: [String] = []) {
    var mirrors = [Mirror(reflecting: value)]
    while let parent = mirrors.last?.superclassMirror { mirrors.append(parent) }
    for mirror in mirrors.reversed() {
      for (position, child) in mirror.children.enumerated() {
        let name = MemberName(of: child, position)
        if name.isLazy { refuseUnmade(child.value, path + name.path) }
        collect(child.value, path: path + name.path)
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
    guard seen.updateValue(variable, forKey: ObjectIdentifier(variable)) == nil else { return }
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
    case .collection, .dictionary, .set:
      // A million numbers are not worth a look at each.
      if PlainTypes.contains(value) { return }
      collectElements(of: value, mirror, path: path)
    case .class:
      let object = value as AnyObject
      guard seen.updateValue(object, forKey: ObjectIdentifier(object)) == nil else { return }
      enter(value) { $0.collectVisibleMembers(of: value, mirror, path: path) }
    default: collectVisibleMembers(of: value, mirror, path: path)
    }
  }

  private mutating func collectElements(of value: Any, _ mirror: Mirror, path: [String]) {
    switch mirror.displayStyle {
    case .dictionary: collect(DictionaryEntries(mirror), path: path)
    case .set: refuseSet(mirror, path)
    default: collectMembers(of: value, path: path)
    }
  }

  /// Runs `body` unless `value` is an object whose members are being collected already.
  private mutating func enter(_ value: Any, _ body: (inout ParameterCollector) -> Void) {
    guard type(of: value) is AnyObject.Type else { return body(&self) }
    let identifier = ObjectIdentifier(value as AnyObject)
    if Self.entered.contains(identifier) { return }
    Self.$entered.withValue(Self.entered.union([identifier])) { body(&self) }
  }
}

// MARK: - Dictionaries, in the order of their keys

extension ParameterCollector {
  private mutating func collect(_ entries: DictionaryEntries, path: [String]) {
    let before = parameters.count
    for (key, value) in entries.sorted { collect(value, path: path + [key]) }
    if let key = entries.ambiguousKey, parameters.count > before {
      stop(
        path.joined(separator: "."),
        "two keys of the dictionary read “\(key)”, so its parameters have neither names nor an "
          + "order; use keys of type String or Int, or an array")
    }
  }
}

// MARK: - What is refused

extension ParameterCollector {
  /// Whether anything that can be trained is in `values`.
  private func isAnyParameter(in values: some Sequence<Any>) -> Bool {
    var collector = ParameterCollector()
    for value in values { collector.collect(value, path: []) }
    return !collector.parameters.isEmpty
  }

  /// Parameters have an order, which a set lacks: training would differ from run to run.
  private func refuseSet(_ mirror: Mirror, _ path: [String]) {
    guard isAnyParameter(in: mirror.children.map(\.value)) else { return }
    stop(
      path.joined(separator: "."),
      "keep layers and variables in an array or a dictionary; a set has no fixed order")
  }

  /// A lazy property that holds nothing yet would get its parameters after the optimizer has asked
  /// for them.
  private func refuseUnmade(_ value: Any, _ path: [String]) {
    let isMade = Mirror(reflecting: value).children.count > 0
    if isMade || PlainTypes.contains(value) { return }
    stop(
      path.joined(separator: "."),
      "the lazy property has no value yet, so its parameters cannot be found; set it in init, or "
        + "use it once before the parameters are asked for")
  }

  /// Collects what a mirror shows. A type that describes itself by a mirror of its own may hide what
  /// it holds.
  private mutating func collectVisibleMembers(
    of value: Any, _ mirror: Mirror, path: [String]
  ) {
    let before = parameters.count
    collectMembers(of: value, path: path)
    guard parameters.count == before, value is any CustomReflectable else { return }
    let type = type(of: value)
    let module = String(reflecting: type)
    // Generic types of the libraries show their elements, the others hold none.
    if module.hasPrefix("Swift.") || module.hasPrefix("Foundation") { return }
    stop(
      path.joined(separator: "."),
      "\(type) has a customMirror, which may hide parameters; make the type a Layer and list them "
        + "in its parameters, an empty array if there are none")
  }
}
