/// A lesson as its author wrote it: what a Markdown file says, and nothing that a run adds.
public struct Lesson: Sendable, Equatable {
  /// The file, as the user named it; messages begin with it.
  public var path: String
  /// From the file's name: 3 in `03-dot-product-model.md`; nil when the name has no number.
  public var number: Int?
  /// From the file's name: `dot-product-model`.
  public var slug: String
  public var frontMatter: FrontMatter
  /// The whole file.
  public var source: String
  /// The document without its front matter, in order.
  public var blocks: [Block]

  public init(
    path: String, number: Int?, slug: String, frontMatter: FrontMatter, source: String,
    blocks: [Block]
  ) {
    self.path = path
    self.number = number
    self.slug = slug
    self.frontMatter = frontMatter
    self.source = source
    self.blocks = blocks
  }

  /// All Swift fences in document order: ordinary steps, starters, solutions, checks.
  public var steps: [Step] {
    blocks.compactMap { if case .step(let step) = $0 { step } else { nil } }
  }

  public var title: String { frontMatter.title }
}

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
