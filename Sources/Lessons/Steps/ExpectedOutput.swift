/// The `output` fence that stands right after a step.
public struct ExpectedOutput: Sendable, Equatable {
  public var text: String
  /// Relative; numbers are compared as numbers.
  public var tolerance: Double?
  /// Shown and never compared.
  public var isUnchecked: Bool
  public var position: SourcePosition
  /// The bytes of the lesson's file between the two fence lines: what `bless` replaces.
  public var byteRange: Range<Int>

  public init(
    text: String, tolerance: Double? = nil, isUnchecked: Bool = false, position: SourcePosition,
    byteRange: Range<Int>
  ) {
    self.text = text
    self.tolerance = tolerance
    self.isUnchecked = isUnchecked
    self.position = position
    self.byteRange = byteRange
  }
}
