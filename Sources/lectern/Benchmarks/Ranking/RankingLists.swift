import Foundation
import Recommender

/// Lists of items that any program recommends, the best first, in a file of JSON:
///
///     {"model": "…", "part": "test", "lists": {"17": [50, 181, …], …}}
///
/// Users and items are the identifiers of the split's files.
struct RankingLists: Decodable {
  var model: String
  var part: String
  var lists: [String: [Int]]

  init(path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw WrongCall(message: "\(path) cannot be read", advice: "name a file of lists")
    }
    do {
      self = try JSONDecoder().decode(RankingLists.self, from: data)
    } catch {
      throw WrongCall(
        message: "\(path) holds no lists",
        advice: #"it should be {"model": "…", "part": "test", "lists": {"17": [50, 181]}}"#)
    }
  }

  /// A recommender that proposes these items in this order.
  ///
  /// - Throws: for a user or item that the split does not have, for an item that is proposed twice or
  ///   that the user has rated in what was learned from, and unless each user of the held-out part
  ///   has a list of ten.
  func scorer(for split: Split) throws -> ListScorer {
    let catalogue = split.training.catalogue
    var items: [[Int]] = Array(repeating: [], count: split.training.userCount)
    var seen = [Set<Int>](repeating: [], count: split.training.userCount)
    for (user, item) in zip(split.training.users, split.training.items) {
      seen[Int(user)].insert(Int(item))
    }
    for (user, list) in lists {
      guard let user = catalogue.userIdentifiers.index(of: user) else {
        throw fault("there is no user \(user) in the split")
      }
      items[user] = try list.map { item in
        guard let index = catalogue.itemIdentifiers.index(of: item) else {
          throw fault("there is no item \(item) in the split")
        }
        return index
      }
      if Set(items[user]).count < list.count || !seen[user].isDisjoint(with: items[user]) {
        throw fault(
          "the list of user \(catalogue.userIdentifiers[user]) repeats an item or has one that the "
            + "user has rated in what was learned from")
      }
    }
    if let short = split.validation.users.first(where: {
      items[Int($0)].count != RankingSplit.listLength
    }) {
      throw fault(
        "user \(catalogue.userIdentifiers[Int(short)]) has a list of \(items[Int(short)].count) "
          + "items, not \(RankingSplit.listLength)")
    }
    return ListScorer(items: items, itemCount: split.training.itemCount)
  }

  private func fault(_ message: String) -> WrongCall {
    WrongCall(message: "\(model): \(message)", advice: "write the lists for this split")
  }
}

/// Scores that put given items first, in their order.
struct ListScorer: ItemScorer {
  /// For each user.
  var items: [[Int]]
  var itemCount: Int

  func scores(forUser user: Int) -> [Double] {
    var scores = [Double](repeating: 0, count: itemCount)
    for (place, item) in items[user].enumerated() {
      scores[item] = Double(items[user].count - place)
    }
    return scores
  }
}
