@testable import Recommender

extension Ratings {
  /// Ratings from rows of user, item, value, time; the indices are the identifiers.
  static func example(
    _ rows: [(Int32, Int32, Float, Int64)], users: Int, items: Int, titles: [String]? = nil
  ) -> Ratings {
    Ratings(
      name: "example",
      catalogue: Catalogue(
        userIdentifiers: Identifiers(numbers: (0..<users).map(Int64.init)),
        itemIdentifiers: Identifiers(numbers: (0..<items).map(Int64.init)),
        items: titles.map { $0.map { Item(title: $0) } }),
      users: rows.map(\.0), items: rows.map(\.1), values: rows.map(\.2),
      timestamps: rows.map(\.3))
  }
}
