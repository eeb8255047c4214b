/// A stretch of code in one colour.
public struct CodeToken: Sendable, Equatable, Codable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case plain, keyword, type, number, string, comment, attribute, `operator`, label
  }

  public var kind: Kind
  public var text: String

  public init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }
}
