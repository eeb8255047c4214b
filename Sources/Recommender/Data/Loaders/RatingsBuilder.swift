import Display

/// Collects the rows of a file of ratings, whatever its columns are called.
struct RatingsBuilder {
  private var users = IdentifierColumn()
  private var items = IdentifierColumn()
  private var values: [Float] = []
  private var timestamps: [Int64] = []
  private(set) var skipped = SkippedRows()

  /// How many rows there are.
  var count: Int { values.count }
  /// How many rows the files have, those that were skipped among them.
  var countInFile: Int { values.count + skipped.count }

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
  /// - Throws: ``DataFileError`` for the first record with a fault, unless such are skipped, or when
  ///   there is no rating.
  mutating func appendAll(
    _ file: inout DelimitedText, layout: RatingsLayout, badRows: BadRows = .stop
  ) throws {
    var fields: [DelimitedText.Field] = []
    while try nextRecord(&file, &fields, count: layout.fieldCount, badRows: badRows) {
      do {
        try append(fields, of: file, layout)
      } catch let fault as DataFileError {
        try skip(fault, badRows)
      }
    }
    try checkCount(path: file.path)
  }

  private mutating func append(
    _ fields: [DelimitedText.Field], of file: DelimitedText, _ layout: RatingsLayout
  ) throws {
    let user = try file.identifier(fields[layout.user])
    let item = try file.identifier(fields[layout.item])
    let value = try file.rating(fields[layout.rating], scale: layout.scale)
    let timestamp = try layout.timestamp.map { try file.integer(fields[$0], "timestamp") }
    append(user: user, item: item, value: value, timestamp: timestamp)
  }

  /// Reads the next record that has `count` fields (nil: any number).
  mutating func nextRecord(
    _ file: inout DelimitedText, _ fields: inout [DelimitedText.Field], count: Int?,
    badRows: BadRows
  ) throws -> Bool {
    while true {
      do {
        guard try file.next(&fields) else { return false }
        if let count { try file.expect(fields, count: count) }
        return true
      } catch let fault as DataFileError {
        try skip(fault, badRows)
        file.skipLine()
      }
    }
  }

  /// Counts a row that is left out.
  ///
  /// - Throws: the fault, unless bad rows are to be skipped.
  mutating func skip(_ fault: DataFileError, _ badRows: BadRows) throws {
    if case .stop = badRows { throw fault }
    skipped.add(fault)
  }

  /// - Throws: ``DataFileError`` when there is no row.
  func checkCount(path: String) throws {
    if count > 0 { return }
    guard let first = skipped.first.first else {
      throw DataFileError("there are no ratings in this file", path: path)
    }
    throw DataFileError(
      "none of the \(format(skipped.count)) rows can be read; the first: \(first.message)",
      at: first)
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
      timestamps: timestamps, skippedRows: skipped)
  }
}

/// Which field of a record holds what, from 0.
struct RatingsLayout {
  var user = 0
  var item = 1
  var rating = 2
  var timestamp: Int? = 3
  var fieldCount = 4
  /// Which ratings there can be; nil: all finite numbers.
  var scale: ClosedRange<Float>?
}
