import Display
import Lessons

/// The site's first page: what this is, the curriculum, how to run it.
struct IndexPage {
  static let path = "index.html"

  let curriculum: Curriculum
  let version: String
  let hasReplications: Bool

  private static let lead =
    "Machine learning in Swift, one lesson at a time. Every number, table and plot on these "
    + "pages was computed by the code above it, and is checked each time the lessons are tested."

  var file: SiteFile {
    PageFrame(
      title: "Lectern: machine learning in Swift", description: Self.lead, version: version,
      hasGlossary: curriculum.hasTerms
    ).file(Self.path, content: [header, lessons, glossary, replications, howTo])
  }

  private var header: Markup {
    .element(
      "header", ["class": "index-header"],
      .element("h1", [:], .text("Lectern")),
      .paragraph(Self.lead, class: "summary"))
  }

  private var lessons: Markup {
    .element(
      "section", ["class": "curriculum", "aria-labelledby": "lessons"],
      .element("h2", ["id": "lessons"], .text("The lessons")),
      .element("ol", [:], curriculum.entries.map(item)))
  }

  private func item(_ entry: Curriculum.Entry) -> Markup {
    .element(
      "li", [:],
      .element("span", ["class": "number"], .text(entry.number.map { "\($0)" } ?? "·")),
      .element(
        "div", [:],
        .element("h3", [:], .element("a", ["href": entry.page], .text(entry.frontMatter.title))),
        .paragraph(entry.frontMatter.summary),
        facts(entry)))
  }

  private func facts(_ entry: Curriculum.Entry) -> Markup {
    var facts: [[Markup]] = []
    if let minutes = entry.frontMatter.minutes { facts.append([.text("\(minutes) minutes")]) }
    let earlier = curriculum.readingFirst(entry.frontMatter.after)
    if !earlier.isEmpty { facts.append([.text("Read first: ")] + earlier) }
    if facts.isEmpty { return .fragment([]) }
    return .element(
      "p", ["class": "facts"],
      facts.enumerated().flatMap { index, fact in index == 0 ? fact : [.text(" · ")] + fact })
  }

  private var glossary: Markup {
    guard curriculum.hasTerms else { return .fragment([]) }
    return .element(
      "section", ["class": "how-to", "aria-labelledby": "words"],
      .element("h2", ["id": "words"], .text("The words")),
      .element(
        "p", [:], .text("The "),
        .element("a", ["href": GlossaryPage.path], .text("glossary")),
        .text(" has every term that a lesson explains, with a link to the place that explains it.")
      ))
  }

  private var replications: Markup {
    guard hasReplications else { return .fragment([]) }
    return .element(
      "section", ["class": "how-to", "aria-labelledby": "replications"],
      .element("h2", ["id": "replications"], .text("The figures of others")),
      .element(
        "p", [:], .text("The page of "),
        .element("a", ["href": ReplicationsPage.path], .text("replications")),
        .text(
          " puts figures that other texts report beside those of runs with the same settings here "
            + "and in PyTorch.")))
  }

  private var howTo: Markup {
    .element(
      "section", ["class": "how-to", "aria-labelledby": "run"],
      .element("h2", ["id": "run"], .text("Run the lessons yourself")),
      .paragraph(
        "Each lesson is a Markdown file with Swift in it. Lectern compiles the steps, runs them "
          + "and compares what they print with what the lesson says. In a copy of the project:"),
      .scrollable(
        "code", label: "Commands", .preformattedCode(.text(commands))),
      .paragraph(
        "Change a step in any editor and run the lesson again: only what depends on the change "
          + "is computed anew."))
  }

  private var commands: String {
    let slug = curriculum.entries.first?.slug ?? "LESSON"
    return """
      ./lectern list                  # the lessons and how their last run went
      ./lectern run \(slug)
      ./lectern test                  # run all lessons, compare all outputs
      ./lectern build                 # make this site again
      """
  }
}
