/// Ratings of items by users: a table with a row for each rating.
///
/// Users and items are indices from 0 without gaps, ready to select rows of a table of factors;
/// ``Catalogue`` maps them back to the file's identifiers and titles.
///
/// A user who has rated an item more than once has a row for each of these ratings, and each counts:
/// in means, counts and training. ``withoutRepeats()`` keeps the last of them.
public struct Ratings: Sendable, Equatable {
  /// Of the data set: `ml-latest-small`.
  public let name: String
  public let catalogue: Catalogue
  /// For each row the user's index, 0 to `userCount` - 1.
  public let users: [Int32]
  /// For each row the item's index, 0 to `itemCount` - 1.
  public let items: [Int32]
  /// For each row the rating, in stars for MovieLens.
  public let values: [Float]
  /// For each row the time of the rating, in seconds since 1970; empty where it is not known.
  public let timestamps: [Int64]
  /// The rows of the file that were left out, where it was read with `badRows: .skip`.
  public let skippedRows: SkippedRows

  /// A table from its columns, which must be equally long and refer to the catalogue.
  init(
    name: String, catalogue: Catalogue, users: [Int32], items: [Int32], values: [Float],
    timestamps: [Int64], skippedRows: SkippedRows = SkippedRows()
  ) {
    let count = values.count
    guard users.count == count, items.count == count, [0, count].contains(timestamps.count) else {
      fatalError(
        "Ratings: columns of \(users.count) users, \(items.count) items, \(count) values and "
          + "\(timestamps.count) timestamps")
    }
    self.name = name
    self.catalogue = catalogue
    self.users = users
    self.items = items
    self.values = values
    self.timestamps = timestamps
    self.skippedRows = skippedRows
  }

  /// How many ratings there are.
  public var count: Int { values.count }
  /// How many users the catalogue has, whether or not each has a rating here.
  public var userCount: Int { catalogue.userIdentifiers.count }
  /// How many items the catalogue has, whether or not each has a rating here.
  public var itemCount: Int { catalogue.itemIdentifiers.count }

  /// The rating in a row, 0 to `count` - 1.
  public subscript(row: Int) -> Rating {
    checkRow(row)
    return Rating(
      user: Int(users[row]), item: Int(items[row]), value: values[row],
      timestamp: timestamps.isEmpty ? nil : timestamps[row])
  }

  /// The table of the given rows in the given order, with the same catalogue.
  public func rows(at rows: [Int]) -> Ratings {
    for row in rows { checkRow(row) }
    return Ratings(
      name: name, catalogue: catalogue, users: rows.map { users[$0] },
      items: rows.map { items[$0] }, values: rows.map { values[$0] },
      timestamps: timestamps.isEmpty ? [] : rows.map { timestamps[$0] })
  }
}

/// One row of ``Ratings``.
public struct Rating: Sendable, Equatable {
  /// The user's index.
  public let user: Int
  /// The item's index.
  public let item: Int
  public let value: Float
  /// In seconds since 1970, where known.
  public let timestamp: Int64?

  /// - Parameters:
  ///   - user: the user's index.
  ///   - item: the item's index.
  ///   - value: the rating.
  ///   - timestamp: in seconds since 1970; nil where it is not known.
  public init(user: Int, item: Int, value: Float, timestamp: Int64? = nil) {
    self.user = user
    self.item = item
    self.value = value
    self.timestamp = timestamp
  }

  /// The same as ``value``.
  public var rating: Float { value }
}
