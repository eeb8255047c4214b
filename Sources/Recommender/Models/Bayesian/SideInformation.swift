/// What a ``BayesianFactorization`` may use besides the ratings' values.
public struct SideInformation: OptionSet, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Which items a user has rated, whatever the rating: what people choose says what they like.
  public static let ratedItems = SideInformation(rawValue: 1)
  /// Which users have rated an item.
  public static let ratingUsers = SideInformation(rawValue: 2)
  /// Age, gender and occupation, where the data set tells them.
  public static let people = SideInformation(rawValue: 4)
  /// The genres of the items, where the data set names them.
  public static let genres = SideInformation(rawValue: 8)
}

extension SideInformation {
  /// Groups of features of the users, each by feature.
  func userFeatures(of ratings: Ratings) -> [SparseRows] {
    var groups: [SparseRows] = []
    if contains(.ratedItems) {
      groups.append(
        Self.presence(ratings.items, ratings.itemCount, of: ratings.users, ratings.userCount))
    }
    if contains(.people), !ratings.catalogue.people.isEmpty {
      groups.append(
        Self.words(
          ratings.catalogue.people.map {
            ["age \($0.age / 10)", "gender \($0.gender)", "occupation \($0.occupation)"]
          }))
    }
    return groups
  }

  /// Groups of features of the items, each by feature.
  func itemFeatures(of ratings: Ratings) -> [SparseRows] {
    var groups: [SparseRows] = []
    if contains(.ratingUsers) {
      groups.append(
        Self.presence(ratings.users, ratings.userCount, of: ratings.items, ratings.itemCount))
    }
    if contains(.genres) { groups.append(Self.words(ratings.catalogue.items.map(\.genres))) }
    return groups
  }

  /// A feature for each of `others`: whether a row goes with it, over the root of how many do, as
  /// in SVD++.
  private static func presence(
    _ others: [Int32], _ otherCount: Int, of rows: [Int32], _ rowCount: Int
  ) -> SparseRows {
    var counts = [Double](repeating: 0, count: rowCount)
    for row in rows { counts[Int(row)] += 1 }
    return SparseRows(
      RowGroups(others, count: otherCount), columns: rows,
      values: rows.map { 1 / counts[Int($0)].squareRoot() })
  }

  /// A feature for each word: 1 for the rows that have it.
  private static func words(_ words: [[String]]) -> SparseRows {
    let all = Set(words.joined()).sorted()
    var number: [String: Int32] = [:]
    for (index, word) in all.enumerated() { number[word] = Int32(index) }
    var columns: [Int32] = [], features: [Int32] = []
    for (row, words) in words.enumerated() {
      for word in words {
        columns.append(Int32(row))
        features.append(number[word]!)
      }
    }
    return SparseRows(
      RowGroups(features, count: all.count), columns: columns,
      values: [Double](repeating: 1, count: columns.count))
  }
}
