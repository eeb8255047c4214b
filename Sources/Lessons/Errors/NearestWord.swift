/// Finds what somebody probably meant to type.
public enum NearestWord {
  /// The candidate with the smallest edit distance to `word` (insertions, deletions,
  /// replacements, swaps of neighbours); the first of several. Nil when even the nearest shares
  /// too little: more than a third of the letters differ (and more than one).
  public static func find(_ word: String, among candidates: [String]) -> String? {
    let typed = Array(word.lowercased().prefix(64))
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(typed, Array(candidate.lowercased().prefix(64)))
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    guard let best, best.distance <= max(1, max(typed.count, best.word.count) / 3),
      best.distance < best.word.count
    else { return nil }
    return best.word
  }

  /// The advice `did you mean ‘…’?`, when there is something near.
  public static func advice(for word: String, among candidates: [String]) -> String? {
    find(word, among: candidates).map { "did you mean ‘\($0)’?" }
  }

  /// The optimal string alignment distance.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var older: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let same = left[row] == right[column]
        var cost = min(
          previous[column + 1] + 1, current[column] + 1, previous[column] + (same ? 0 : 1))
        let isSwap =
          row > 0 && column > 0 && left[row] == right[column - 1]
          && left[row - 1] == right[column]
        if isSwap { cost = min(cost, older[column - 1] + 1) }
        current.append(cost)
      }
      older = previous
      previous = current
    }
    return previous[right.count]
  }
}

extension String {
  /// The text in quotation marks for a message, cut when it is very long.
  var quoted: String { "‘" + (count > 60 ? prefix(60) + "…" : self[...]) + "’" }
}
