/// What a lesson's prose says beside its words, gathered from one block to the next.
struct ProseNotes {
  /// More than a lesson could need, and little enough for a hostile file.
  static let mostFigures = 1000

  /// In the order of the file.
  var figures: [Figure] = []
  /// Terms of the front matter that no bold words have explained yet.
  var unexplained: [Term]

  /// The term that these bold words explain, if they are the first to do so.
  mutating func take(_ words: String) -> Term? {
    if unexplained.isEmpty { return nil }
    let anchor = Anchors.words(of: words).joined(separator: "-")
    return unexplained.firstIndex { $0.anchor == anchor }.map { unexplained.remove(at: $0) }
  }
}
