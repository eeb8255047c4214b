/// The YAML between the two `---` lines that open a lesson.
public struct FrontMatter: Sendable, Equatable {
  public var title: String
  public var summary: String
  /// How long a reader needs.
  public var minutes: Int?
  /// Names of the data sets that the lesson opens.
  public var data: [String]
  /// Slugs of the lessons to read first.
  public var after: [String]

  public init(
    title: String, summary: String, minutes: Int? = nil, data: [String] = [],
    after: [String] = []
  ) {
    self.title = title
    self.summary = summary
    self.minutes = minutes
    self.data = data
    self.after = after
  }
}
