extension Ratings {
  /// The title of an item index, 0 to `itemCount` - 1.
  public func title(of item: Int) -> String {
    checkItem(item)
    return catalogue.items[item].title
  }

  /// The index of the item with this title; of several the one with the most ratings here.
  ///
  /// - Throws: ``TitleNotFound``, which names the nearest titles.
  public func item(titled title: String) throws -> Int {
    let candidates = catalogue.items.indices.filter { catalogue.items[$0].title == title }
    let counts = itemCounts
    guard let first = candidates.first else { throw TitleNotFound(title, in: self) }
    return candidates.reduce(first) { counts[$1] > counts[$0] ? $1 : $0 }
  }
}

/// No item has the title that was asked for.
public struct TitleNotFound: Error, Sendable, Equatable, CustomStringConvertible {
  public let title: String
  /// Titles that contain what was asked for, the most rated first, otherwise the nearest one.
  public let suggestions: [String]

  init(_ title: String, in ratings: Ratings) {
    self.title = title
    let titles = ratings.catalogue.items.map(\.title)
    let written = title.lowercased()
    let containing = ratings.mostRatedItems(ratings.itemCount).lazy.map { titles[$0] }
      .filter { $0.lowercased().contains(written) }.prefix(3)
    let nearest = containing.isEmpty ? nearestName(to: title, among: titles).map { [$0] } : nil
    suggestions = title.isEmpty ? [] : nearest ?? Array(containing)
  }

  public var description: String {
    let hint = suggestions.isEmpty ? "" : "; did you mean \(list(suggestions))?"
    return "no item is titled \"\(title)\"\(hint)"
  }

  private func list(_ titles: [String]) -> String {
    titles.map { "\"\($0)\"" }.joined(separator: " or ")
  }
}
