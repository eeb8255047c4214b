extension Ratings {
  /// The index of the item with this title or, where there is none, of the only one whose title
  /// contains it, letters' case ignored.
  ///
  ///     try ratings.item(named: "pulp fiction")
  ///
  /// Of several items with exactly this title it is the one with the most ratings here, as in
  /// ``item(titled:)``.
  ///
  /// - Throws: ``TitleNotFound`` where no title contains it, ``UnclearTitle`` where several do; both
  ///   name titles that may be meant.
  public func item(named part: String) throws -> Int {
    do {
      return try item(titled: part)
    } catch let error as TitleNotFound {
      let written = part.lowercased()
      let candidates = catalogue.items.indices.filter {
        !part.isEmpty && catalogue.items[$0].title.lowercased().contains(written)
      }
      if candidates.count > 1 {
        throw UnclearTitle.several(
          title: part, candidates: error.suggestions, count: candidates.count)
      }
      guard let only = candidates.first else { throw error }
      return only
    }
  }

  /// The item of each title or part of a title, by its index.
  func items(named parts: [String]) throws -> [Int: String] {
    var found: [Int: String] = [:]
    // In order: of several mistakes it is always the same one that is reported.
    for part in parts.sorted() {
      let item = try item(named: part)
      if let earlier = found[item] {
        throw UnclearTitle.repeated(titles: [earlier, part], item: title(of: item))
      }
      found[item] = part
    }
    return found
  }
}

/// A title that does not say which item is meant, or says it again.
public enum UnclearTitle: Error, Sendable, Equatable, CustomStringConvertible {
  /// `count` titles contain this one; the candidates are the most rated of them.
  case several(title: String, candidates: [String], count: Int)
  /// Both titles are the same item's.
  case repeated(titles: [String], item: String)

  public var description: String {
    switch self {
    case .several(let title, let candidates, let count):
      let meant = candidates.map { "\"\($0)\"" }.joined(separator: " or ")
      return "\(count) titles contain \"\(title)\"; write more of it: do you mean \(meant)?"
    case .repeated(let titles, let item):
      let both = titles.map { "\"\($0)\"" }.joined(separator: " and ")
      return "\(both) are the same item, \"\(item)\"; name it once"
    }
  }
}
