extension MovieLens {
  /// Reads a file that describes items or users, a record each.
  ///
  /// - Parameters:
  ///   - published: how many records the file should have; nil: any number.
  ///   - read: from a record's fields the index of what it describes (nil: it does not
  ///     occur among the ratings and is left out) and the description.
  /// - Returns: the description of each index; of an index described twice the later one.
  static func records<Description>(
    _ path: String, _ published: Int?, separator: String, fieldCount: Int,
    read: ([DelimitedText.Field], DelimitedText) throws -> (index: Int?, Description)
  ) throws -> [Int: Description] {
    var file = try DelimitedText(path: path, separator: separator, readsQuotes: false)
    var described: [Int: Description] = [:]
    var fields: [DelimitedText.Field] = []
    var count = 0
    while try file.next(&fields) {
      try file.expect(fields, count: fieldCount)
      count += 1
      let (index, description) = try read(fields, file)
      if let index { described[index] = description }
    }
    try PublishedCounts.check(count, published, "lines", in: path)
    return described
  }

  /// The descriptions in the order of the indices.
  ///
  /// - Throws: ``DataFileError`` when one is missing: the file is then cut short, or belongs to
  ///   other ratings.
  static func complete<Description>(
    _ described: [Int: Description], _ identifiers: Identifiers, in path: String
  ) throws -> [Description] {
    try (0..<identifiers.count).map { index in
      guard let description = described[index] else {
        throw DataFileError(
          "there is no line for \(identifiers[index]), which has ratings", path: path)
      }
      return description
    }
  }
}
