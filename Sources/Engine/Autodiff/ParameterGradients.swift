import Display

/// The gradients of a model's parameters, by the names that ``Layer/parameters`` gives them and in
/// that order.
public struct ParameterGradients: Sendable {
  private let entries: [(name: String, gradient: Tensor)]

  init(_ entries: [(name: String, gradient: Tensor)]) { self.entries = entries }

  public var names: [String] { entries.map(\.name) }

  /// The gradient of the parameter of this name, which must be one.
  public subscript(name: String) -> Tensor {
    guard let entry = entries.first(where: { $0.name == name }) else {
      stop(
        "gradients", "there is no parameter \"\(name)\"; there are \(names.joined(separator: ", "))"
      )
    }
    return entry.gradient
  }
}

extension ParameterGradients: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }
  public subscript(position: Int) -> (name: String, gradient: Tensor) { entries[position] }
}

extension ParameterGradients: Displayable, CustomStringConvertible {
  public var description: String {
    entries.map { "\($0.name) = \($0.gradient)" }.joined(separator: "\n")
  }

  public var representations: Representations { Representations(plain: description) }
}
