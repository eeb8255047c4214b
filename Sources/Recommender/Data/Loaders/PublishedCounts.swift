import Display

/// How many records the files of a published data set have. A file cut at the end of a line looks
/// like a whole one otherwise.
struct PublishedCounts {
  let ratings: Int
  let items: Int
  /// Nil where no file describes the users.
  var users: Int?

  /// - Parameter count: of the file's records.
  /// - Throws: ``DataFileError`` unless it is the published one.
  static func check(_ count: Int, _ published: Int?, _ records: String, in path: String) throws {
    guard let published, count != published else { return }
    let difference =
      "this file has \(format(count)) \(records), the published one \(format(published))"
    throw DataFileError(
      count < published
        ? "\(difference): it has been cut short; download it again"
        : "\(difference): it is another file, or something was added to it; read ratings of your "
          + "own with Ratings(csv:)",
      path: path)
  }
}

extension PublishedCounts {
  static let ml100k = PublishedCounts(ratings: 100_000, items: 1_682, users: 943)
  static let ml1m = PublishedCounts(ratings: 1_000_209, items: 3_883, users: 6_040)
  static let ml25m = PublishedCounts(ratings: 25_000_095, items: 62_423)
  static let latestSmall2018 = PublishedCounts(ratings: 100_836, items: 9_742)

  /// Of the sets with `ratings.csv`, by the name of their folder. Of Latest Small several editions
  /// were published: the newest is first.
  private static let csv: [(folder: String, counts: [PublishedCounts])] = [
    (
      "ml-latest-small",
      [
        .latestSmall2018,
        PublishedCounts(ratings: 100_004, items: 9_125),
        PublishedCounts(ratings: 100_004, items: 9_066),
        PublishedCounts(ratings: 100_023, items: 8_570),
        PublishedCounts(ratings: 105_339, items: 10_329),
      ]
    ),
    ("ml-20m", [PublishedCounts(ratings: 20_000_263, items: 27_278)]),
    ("ml-25m", [.ml25m]),
    ("ml-32m", [PublishedCounts(ratings: 32_000_204, items: 87_585)]),
  ]

  /// What the files of a folder should have, where its name says which set it is: the edition that
  /// either count is known from, otherwise the newest.
  ///
  /// - Returns: nil for a folder of any other name.
  static func csv(folder: String, ratings: Int, items: Int) -> PublishedCounts? {
    guard let editions = csv.first(where: { $0.folder == lastName(of: folder) })?.counts
    else { return nil }
    return editions.first { $0.ratings == ratings && $0.items == items }
      ?? editions.first { $0.items == items } ?? editions.first { $0.ratings == ratings }
      ?? editions.first
  }

  private static func lastName(of folder: String) -> String? {
    folder.split(separator: "/").last { $0 != "." }.map { $0.lowercased() }
  }
}
