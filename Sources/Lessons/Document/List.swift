/// A list of bullets or of numbers.
public struct List: Sendable, Equatable {
  /// The first number of an ordered list; nil for bullets.
  public var start: Int?
  /// Tight lists show their paragraphs without space between them.
  public var isTight: Bool
  public var items: [[Block]]

  public init(start: Int?, isTight: Bool, items: [[Block]]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}
