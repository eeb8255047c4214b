import Engine

/// What a data set tells of its users, as categories: age bracket, gender and occupation.
///
/// Category 0 of each is for what is unknown. Ages fall into the brackets of MovieLens 1M, from 1,
/// 18, 25, 35, 45, 50 and 56 years, also where a set gives them by the year.
public struct UserFeatures: Sendable, Equatable {
  /// `age`, `gender`, `occupation`.
  public let names: [String]
  /// For each feature how many categories it has, the unknown one among them.
  public let counts: [Int]
  /// For each user the category of each feature.
  private let categories: [[Int32]]

  /// Nil where the data set does not describe its users, as only MovieLens 100K and 1M do.
  public init?(of ratings: Ratings) {
    let people = ratings.catalogue.people
    guard people.count == ratings.userCount, !people.isEmpty else { return nil }
    let columns = [
      people.map { Self.bracket(of: $0.age) }, Self.numbered(people.map(\.gender)),
      Self.numbered(people.map(\.occupation)),
    ]
    names = ["age", "gender", "occupation"]
    counts = columns.map { Int($0.max() ?? 0) + 1 }
    categories = people.indices.map { user in columns.map { $0[user] } }
  }

  /// The categories of some users, of shape `[users, features]`.
  public func callAsFunction(_ users: [Int]) -> Indices {
    for user in users { checkIndex(user, "user", "users", count: categories.count) }
    return Indices(
      shape: [users.count, counts.count], values: users.flatMap { categories[$0] })
  }

  private static func bracket(of age: Int) -> Int32 {
    let lowest = [1, 18, 25, 35, 45, 50, 56]
    return Int32(lowest.filter { $0 <= age }.count)
  }

  /// The texts numbered from 1 in alphabetical order; an empty one is unknown, 0.
  private static func numbered(_ texts: [String]) -> [Int32] {
    let sorted = Set(texts).subtracting([""]).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(sorted, Int32(1)...))
    return texts.map { numbers[$0] ?? 0 }
  }
}
