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
  /// What the prose repeats of the steps' results, in the order of the file.
  public var figures: [Figure]

  public init(
    path: String, number: Int?, slug: String, frontMatter: FrontMatter, source: String,
    blocks: [Block], figures: [Figure] = []
  ) {
    self.path = path
    self.number = number
    self.slug = slug
    self.frontMatter = frontMatter
    self.source = source
    self.blocks = blocks
    self.figures = figures
  }

  /// All Swift fences in document order: ordinary steps, starters, solutions, checks, wrong
  /// answers.
  public var steps: [Step] {
    blocks.compactMap { if case .step(let step) = $0 { step } else { nil } }
  }

  public var title: String { frontMatter.title }
}
