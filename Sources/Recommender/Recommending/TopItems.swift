/// The items with the highest scores, the best first; of equal scores the lower index.
///
/// Stops the program for a score that is NaN, since it has no place in an order.
///
/// - Parameters:
///   - count: how many, fewer when there are not as many.
///   - isLeftOut: for each item whether it takes no part.
func topItems(_ count: Int, scores: [Double], user: Int?, isLeftOut: [Bool]) -> [Int] {
  guard scores.count == isLeftOut.count else {
    stop("recommend", "there are \(scores.count) scores for \(isLeftOut.count) items")
  }
  if let odd = scores.indices.first(where: { scores[$0].isNaN && !isLeftOut[$0] }) {
    stop(
      "recommend",
      "the score of item \(odd) for \(user.map { "user \($0)" } ?? "a new user") is NaN; a model that has diverged gives "
        + "such scores")
  }
  // A short list keeps its places in order while the items pass by; a long one is faster sorted.
  return count < scores.count / 16
    ? shortList(count, scores: scores, isLeftOut: isLeftOut)
    : Array(sortedItems(scores: scores, isLeftOut: isLeftOut).prefix(count))
}

/// All items that take part, the best first.
private func sortedItems(scores: [Double], isLeftOut: [Bool]) -> [Int] {
  scores.indices.filter { !isLeftOut[$0] }.sorted { left, right in
    scores[left] == scores[right] ? left < right : scores[left] > scores[right]
  }
}

/// The first of ``sortedItems(scores:isLeftOut:)``, in time that grows with the number of items.
private func shortList(_ count: Int, scores: [Double], isLeftOut: [Bool]) -> [Int] {
  var best: [Int] = []
  for item in scores.indices where !isLeftOut[item] {
    // Of equal scores the lower index has come first and stays ahead.
    if best.count == count {
      guard let last = best.last, scores[item] > scores[last] else { continue }
      best.removeLast()
    }
    let place = best.lastIndex { scores[$0] >= scores[item] }.map { $0 + 1 } ?? 0
    best.insert(item, at: place)
  }
  return best
}
