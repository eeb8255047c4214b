import Lessons

/// What the pages of a site know of each other: the lessons in their order.
public struct Curriculum: Sendable {
  struct Entry: Sendable {
    var number: Int?
    var slug: String
    var frontMatter: FrontMatter
    /// Where the page is in the site: `03-dot-product-model.html`.
    var page: String
    /// The lesson's file, without its folder: `03-dot-product-model.md`.
    var sourceName: String
    var anchors: PageAnchors
  }

  let entries: [Entry]
  private let hasReplications: Bool

  /// Lessons in any order; the curriculum has them by number, those without one last, by slug.
  ///
  /// - Parameter hasReplications: whether the site has a page of replications.
  public init(_ lessons: [Lesson], hasReplications: Bool = false) {
    self.hasReplications = hasReplications
    entries = lessons.map(Entry.init).sorted { left, right in
      (left.number ?? .max, left.slug) < (right.number ?? .max, right.slug)
    }
  }

  /// Whether the site has a glossary.
  var hasTerms: Bool { entries.contains { !$0.frontMatter.terms.isEmpty } }

  /// The pages that no lesson's file is the source of; lessons link to them by these names.
  var generatedPages: [String] {
    [IndexPage.path] + (hasTerms ? [GlossaryPage.path] : [])
      + (hasReplications ? [ReplicationsPage.path] : [])
  }

  func entry(slug: String) -> Entry? { entries.first { $0.slug == slug } }

  /// The lessons before and after the one of that page.
  func neighbours(of page: String) -> (previous: Entry?, next: Entry?) {
    guard let index = entries.firstIndex(where: { $0.page == page }) else { return (nil, nil) }
    return (
      index > 0 ? entries[index - 1] : nil,
      index + 1 < entries.count ? entries[index + 1] : nil
    )
  }
}

extension Curriculum.Entry {
  init(_ lesson: Lesson) {
    number = lesson.number
    slug = lesson.slug
    frontMatter = lesson.frontMatter
    page = lesson.pageName
    sourceName = String(lesson.path.split(separator: "/").last ?? "")
    anchors = PageAnchors(lesson)
  }

  /// `3 · A dot product model`
  var numberedTitle: String {
    number.map { "\($0) · \(frontMatter.title)" } ?? frontMatter.title
  }
}

extension Lesson {
  /// `03-dot-product-model.html`
  var pageName: String {
    guard let number else { return slug + ".html" }
    return (number < 10 ? "0\(number)" : "\(number)") + "-" + slug + ".html"
  }
}
