/// Collects the rows of a file of ratings, whatever its columns are called.
struct RatingsBuilder {
  private var users = IdentifierColumn()
  private var items = IdentifierColumn()
  private var values: [Float] = []
  private var timestamps: [Int64] = []

  /// How many rows there are.
  var count: Int { values.count }

  mutating func append(
    user: Identifiers.Identifier, item: Identifiers.Identifier, value: Float, timestamp: Int64?
  ) {
    users.append(user)
    items.append(item)
    values.append(value)
    if let timestamp { timestamps.append(timestamp) }
  }

  /// Reads all records that follow.
  ///
  /// - Parameter layout: which field holds what.
  /// - Throws: ``DataFileError`` for the first record with a fault, or when there is none.
  mutating func appendAll(_ file: inout DelimitedText, layout: RatingsLayout) throws {
    var fields: [DelimitedText.Field] = []
    while try file.next(&fields) {
      try file.expect(fields, count: layout.fieldCount)
      append(
        user: try file.identifier(fields[layout.user]),
        item: try file.identifier(fields[layout.item]),
        value: try file.number(fields[layout.rating], "rating"),
        timestamp: try layout.timestamp.map { try file.integer(fields[$0], "timestamp") })
    }
    if values.isEmpty { throw DataFileError("there are no ratings in this file", path: file.path) }
  }

  /// The table of all rows read.
  ///
  /// - Parameter describe: given the identifiers of users and items, what is known of them.
  func ratings(
    name: String, describe: (Identifiers, Identifiers) throws -> ([Item]?, [Person])
  ) rethrows -> Ratings {
    let (userIdentifiers, userRows) = users.indexed()
    let (itemIdentifiers, itemRows) = items.indexed()
    let (described, people) = try describe(userIdentifiers, itemIdentifiers)
    let catalogue = Catalogue(
      userIdentifiers: userIdentifiers, itemIdentifiers: itemIdentifiers, items: described,
      people: people)
    return Ratings(
      name: name, catalogue: catalogue, users: userRows, items: itemRows, values: values,
      timestamps: timestamps)
  }
}

/// Which field of a record holds what, from 0.
struct RatingsLayout {
  var user = 0
  var item = 1
  var rating = 2
  var timestamp: Int? = 3
  var fieldCount = 4
}
