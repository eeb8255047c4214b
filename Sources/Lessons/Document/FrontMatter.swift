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
  /// What the lesson explains, for the glossary.
  public var terms: [Term]

  public init(
    title: String, summary: String, minutes: Int? = nil, data: [String] = [],
    after: [String] = [], terms: [Term] = []
  ) {
    self.title = title
    self.summary = summary
    self.minutes = minutes
    self.data = data
    self.after = after
    self.terms = terms
  }
}
