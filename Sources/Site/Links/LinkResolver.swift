import Lessons

/// Turns the destinations that a lesson's author wrote into addresses on the site.
struct LinkResolver {
  /// Why a link leads nowhere.
  struct BrokenLink: Error, Equatable {
    var message: String
    var advice: String?
  }

  let curriculum: Curriculum
  /// Of the page the links stand on.
  let anchors: PageAnchors

  /// The schemes that a reader may safely follow.
  private static let schemes: Set<String> = ["http", "https", "mailto"]

  func address(of destination: String) throws(BrokenLink) -> String {
    if destination.isEmpty { throw BrokenLink(message: "this link leads nowhere") }
    if destination.hasPrefix("#") {
      return "#" + (try anchor(String(destination.dropFirst()), in: anchors))
    }
    if let scheme = Self.scheme(of: destination) {
      if Self.schemes.contains(scheme) { return destination }
      throw BrokenLink(
        message: "links to ‘\(scheme):’ are not allowed", advice: "use http, https or mailto")
    }
    return try pageAddress(of: destination)
  }

  /// `02-one-hot.md#gradients` → `02-one-hot.html#gradients`; `glossary.html` is there as it is.
  private func pageAddress(of destination: String) throws(BrokenLink) -> String {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var name = String(parts[0])
    if name.hasPrefix("./") { name.removeFirst(2) }
    if curriculum.generatedPages.contains(name) {
      if parts.count == 1 { return name }
      throw BrokenLink(
        message: "‘\(name)’ has no places to link to", advice: "link to the page, without ‘#’")
    }
    guard let entry = curriculum.entries.first(where: { $0.sourceName == name }) else {
      throw missingPage(name)
    }
    guard parts.count == 2 else { return entry.page }
    return entry.page + "#" + (try anchor(String(parts[1]), in: entry.anchors))
  }

  private func missingPage(_ name: String) -> BrokenLink {
    let names = curriculum.entries.map(\.sourceName) + curriculum.generatedPages
    return BrokenLink(
      message: name.hasSuffix(".md") ? "no lesson ‘\(name)’" : "nothing at ‘\(name)’ on the site",
      advice: NearestWord.advice(for: name, among: names)
        ?? "link to a lesson's file, to #a-heading or to an https address")
  }

  private func anchor(
    _ anchor: String, in anchors: PageAnchors
  ) throws(BrokenLink) -> String {
    if anchors.contains(anchor) { return anchor }
    throw BrokenLink(
      message: "no heading or step ‘#\(anchor)’",
      advice: NearestWord.find(anchor, among: anchors.all).map { "did you mean ‘#\($0)’?" })
  }

  /// The scheme in small letters, if the destination has one; `//host` counts as the scheme `//`.
  private static func scheme(of destination: String) -> String? {
    if destination.hasPrefix("//") { return "//" }
    guard let colon = destination.firstIndex(of: ":") else { return nil }
    let scheme = destination[..<colon]
    let isScheme =
      scheme.first?.isLetter == true
      && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0)) }
    return isScheme ? scheme.lowercased() : nil
  }
}
