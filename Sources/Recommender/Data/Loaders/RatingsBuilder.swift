/// Collects the rows of a file of ratings, whatever its columns are called.
struct RatingsBuilder {
  private var users = IdentifierColumn()
  private var items = IdentifierColumn()
  private var values: [Float] = []
  private var timestamps: [Int64] = []

  /// Reads one record.
  ///
  /// - Parameter layout: which field holds what.
  mutating func append(
    _ fields: [DelimitedText.Field], layout: RatingsLayout, of file: DelimitedText
  ) throws {
    try users.append(fields[layout.user], of: file)
    try items.append(fields[layout.item], of: file)
    values.append(try file.number(fields[layout.rating], "rating"))
    if let timestamp = layout.timestamp {
      timestamps.append(try file.integer(fields[timestamp], "timestamp"))
    }
  }

  /// Reads all records that follow.
  ///
  /// - Throws: ``DataFileError`` for the first record with a fault, or when there is none.
  mutating func appendAll(_ file: inout DelimitedText, layout: RatingsLayout) throws {
    var fields: [DelimitedText.Field] = []
    while try file.next(&fields) {
      try file.expect(fields, count: layout.fieldCount)
      try append(fields, layout: layout, of: file)
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

extension DelimitedText {
  /// - Throws: ``DataFileError`` unless the record has `count` fields.
  func expect(_ fields: [Field], count: Int) throws {
    if fields.count == count { return }
    let found = fields.count == 1 ? "1 field" : "\(fields.count) fields"
    throw error("this line has \(found) and should have \(count)", at: fields[0].range.lowerBound)
  }
}
