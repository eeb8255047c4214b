import Display
import Lessons

/// The list of a lesson's sections.
struct ContentsList {
  let blocks: [Block]

  /// Nothing for a lesson of fewer than two sections.
  func markup(_ prose: inout ProseRenderer) -> [Markup] {
    let headings = blocks.dropFirst().compactMap { block -> Heading? in
      if case .heading(let heading) = block, heading.level <= 2 { heading } else { nil }
    }
    if headings.count < 2 { return [] }
    let items = headings.map { heading in
      let words = prose.render(heading.content.withoutLinks, at: heading.position)
      return Markup.element("li", [:], .element("a", ["href": "#" + heading.anchor], words))
    }
    return [
      .element(
        "nav", ["class": "contents", "aria-labelledby": PageAnchors.contents],
        .element("p", ["class": "eyebrow", "id": PageAnchors.contents], .text("Contents")),
        .element("ol", [:], items))
    ]
  }
}
