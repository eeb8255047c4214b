/// A name that a step declares at its top level and that later steps can use.
public struct Declaration: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    // The raw values are the words of a scoped import: `import struct Foundation.Date`.
    case structure = "struct"
    /// Also an actor.
    case classType = "class"
    case enumeration = "enum"
    case protocolType = "protocol"
    case typeAlias = "typealias"
    case function = "func"
    case constant = "let"
    case variable = "var"
  }

  public var kind: Kind
  /// Without backticks; of a function its base name.
  public var name: String
  /// Of a function: labels and types. Two functions with equal signatures clash.
  public var signature: String
  /// The condition of the `#if` in which it stands, e.g. `os(Linux)`.
  public var condition: String?

  public init(kind: Kind, name: String, signature: String = "", condition: String? = nil) {
    self.kind = kind
    self.name = name
    self.signature = signature
    self.condition = condition
  }
}
