import Display

extension Ratings {
  /// Reads ratings from a file of comma-separated values whose first line names the columns.
  ///
  /// Fields may be in double quotes (RFC 4180); lines may end in LF or CRLF; a byte-order mark
  /// is skipped; other columns are ignored. Blanks around a field are no part of it, whether or not
  /// it is quoted. Identifiers may be numbers or text; see ``Identifiers``. A user's second rating
  /// of an item is a row like any other; see ``withoutRepeats()``.
  ///
  /// A file without a header, here MovieLens 100K's:
  ///
  ///     try Ratings(
  ///       csv: "u.data", timestamp: "timestamp", separator: "\t",
  ///       columns: ["userId", "movieId", "rating", "timestamp"])
  ///
  /// - Parameters:
  ///   - path: of the file, in UTF-8.
  ///   - user: the name of the column that identifies users.
  ///   - item: the name of the column that identifies items.
  ///   - rating: the name of the column of ratings, finite decimal numbers with a point: `4`, `3.5`,
  ///     `1e2`.
  ///   - timestamp: the name of the column of times, in whole seconds; nil: there is none.
  ///   - separator: between fields, one or two ASCII characters.
  ///   - columns: what the columns are called when the file has no header; nil: its first line says
  ///     so.
  ///   - scale: the smallest and the largest rating that there can be: `1...5`; nil: any.
  ///   - badRows: whether a row that cannot be read stops the reading, or is skipped and counted in
  ///     ``skippedRows``.
  ///   - name: of the data set; nil: the file's name.
  /// - Throws: ``DataFileError`` with the position of the first fault.
  public init(
    csv path: String, user: String = "userId", item: String = "movieId",
    rating: String = "rating", timestamp: String? = nil, separator: String = ",",
    columns: [String]? = nil, scale: ClosedRange<Float>? = nil, badRows: BadRows = .stop,
    name: String? = nil
  ) throws {
    DelimitedText.check(separator)
    var file = try DelimitedText(path: path, separator: separator, readsQuotes: true)
    let header = try columns.map { try ColumnNames($0, of: file) } ?? ColumnNames(&file)
    self = try Ratings(
      &file, header, user: user, item: item, rating: rating, timestamp: timestamp,
      scale: scale, badRows: badRows,
      name: name ?? path.split(separator: "/").last.map(String.init) ?? path)
    reportDataUse(name: self.name, path: path, sha256: nil)
  }

  init(
    _ file: inout DelimitedText, _ header: ColumnNames, user: String, item: String, rating: String,
    timestamp: String?, scale: ClosedRange<Float>?, badRows: BadRows, name: String
  ) throws {
    let layout = RatingsLayout(
      user: try header.position(of: user), item: try header.position(of: item),
      rating: try header.position(of: rating),
      timestamp: try timestamp.map { try header.position(of: $0) }, fieldCount: header.names.count,
      scale: scale)
    var builder = RatingsBuilder()
    try builder.appendAll(&file, layout: layout, badRows: badRows)
    self = builder.ratings(name: name) { _, _ in (nil, []) }
  }
}

extension DelimitedText {
  /// Stops the program for what cannot separate fields.
  static func check(_ separator: String) {
    let isFit = separator.utf8.allSatisfy {
      $0 < 0x80 && ![.quote, .lineFeed, .carriageReturn].contains($0)
    }
    guard (1...2).contains(separator.utf8.count), isFit else {
      stop(
        "separator",
        "\"\(separator)\" cannot separate the fields of a line; one or two ASCII "
          + "characters can, but no quotes or line breaks")
    }
  }
}
