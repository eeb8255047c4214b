import Lessons

/// The `id`s of a lesson's page: one for each heading, each step and each term, none twice.
struct PageAnchors: Sendable, Equatable {
  /// Ids of the page's own parts have a colon, which no heading's anchor has.
  static let main = "page:main"
  static let contents = "page:contents"
  static let receipt = "page:receipt"

  private let headings: Set<String>
  private let steps: Set<String>
  private let terms: Set<String>

  /// The `id` of the words that explain a term: `term:one-hot-vector`.
  static func anchor(of term: Term) -> String { "term:" + term.anchor }

  init(_ lesson: Lesson) {
    headings = Set(
      lesson.blocks.compactMap {
        if case .heading(let heading) = $0 { heading.anchor } else { nil }
      })
    steps = Set(lesson.steps.map(\.id))
    terms = Set(lesson.frontMatter.terms.map(Self.anchor))
  }

  /// The step's own id; `step:ID` where a heading has that anchor already.
  func anchor(ofStep id: String) -> String {
    headings.contains(id) ? "step:" + id : id
  }

  func contains(_ anchor: String) -> Bool {
    headings.contains(anchor) || steps.contains(anchor) || terms.contains(anchor)
  }

  var all: [String] { headings.union(steps).union(terms).sorted() }
}
