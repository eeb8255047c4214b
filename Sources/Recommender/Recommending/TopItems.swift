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
  let candidates = scores.indices.filter { !isLeftOut[$0] }
  let order = candidates.sorted { left, right in
    scores[left] == scores[right] ? left < right : scores[left] > scores[right]
  }
  return Array(order.prefix(count))
}
