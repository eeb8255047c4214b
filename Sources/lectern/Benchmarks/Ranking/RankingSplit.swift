import Recommender

/// A split that Tests/Reference/ranking_peers.py writes: `training.csv`, `validation.csv` and
/// `test.csv`, with a header `user,item,rating`.
struct RankingSplit {
  /// What a list is judged by.
  enum Part: String, CaseIterable {
    /// Settings are chosen on it; models learn from the training part.
    case validation
    /// The last word; models learn from training and validation.
    case test
  }

  /// The lowest rating of an item that counts as wanted.
  static let relevantFrom: Float = 4
  static let listLength = 10

  private let training: Ratings
  private let validation: Ratings
  private let test: Ratings
  private let known: Ratings

  init(folder: String) throws {
    let parts = try Ratings.sharingCatalogue(
      ["training", "validation", "test"].map { "\(folder)/\($0).csv" }, name: folder)
    (training, validation, test) = (parts.parts[0], parts.parts[1], parts.parts[2])
    known = parts.all.rows(at: Array(0..<(training.count + validation.count)))
  }

  /// What is learned from, and what lists are compared with.
  func split(_ part: Part) -> Split {
    switch part {
    case .validation: Split(training: training, validation: validation)
    case .test: Split(training: known, validation: test)
    }
  }
}

extension Ratings {
  /// Reads files with a header `user,item,rating`, so that an index means the same in all of them.
  ///
  /// - Returns: the rows of each file, and those of all, one file after the other.
  static func sharingCatalogue(
    _ paths: [String], name: String
  ) throws -> (parts: [Ratings], all: Ratings) {
    let files = try paths.map { try Ratings(csv: $0, user: "user", item: "item", rating: "rating") }
    let all = Ratings(
      users: files.flatMap { file in
        file.users.map { file.catalogue.userIdentifiers[Int($0)] }
      },
      items: files.flatMap { file in
        file.items.map { file.catalogue.itemIdentifiers[Int($0)] }
      },
      ratings: files.flatMap(\.values), name: name)
    var start = 0
    let parts = files.map { file in
      defer { start += file.count }
      return all.rows(at: Array(start..<(start + file.count)))
    }
    return (parts, all)
  }
}
