import Display

extension Ratings {
  /// Reads ratings from a file of comma-separated values whose first line names the columns.
  ///
  /// Fields may stand in double quotes (RFC 4180); lines may end in LF or CRLF; a byte-order
  /// mark is skipped; other columns are ignored. Identifiers may be numbers or text.
  ///
  /// - Parameters:
  ///   - path: of the file, in UTF-8.
  ///   - user: the name of the column that identifies users.
  ///   - item: the name of the column that identifies items.
  ///   - rating: the name of the column of ratings, finite numbers.
  ///   - timestamp: the name of the column of times, in whole seconds; nil: there is none.
  ///   - separator: between fields, one ASCII character.
  /// - Throws: ``DataFileError`` with the position of the first fault.
  public init(
    csv path: String, user: String = "userId", item: String = "movieId",
    rating: String = "rating", timestamp: String? = nil, separator: Character = ","
  ) throws {
    guard separator.isASCII, separator != "\"", !separator.isNewline else {
      fatalError("Ratings: \"\(separator)\" cannot separate the fields of a line")
    }
    var file = try DelimitedText(path: path, separator: String(separator), readsQuotes: true)
    let header = try ColumnNames(&file)
    let layout = RatingsLayout(
      user: try header.position(of: user), item: try header.position(of: item),
      rating: try header.position(of: rating),
      timestamp: try timestamp.map { try header.position(of: $0) }, fieldCount: header.names.count)
    var builder = RatingsBuilder()
    try builder.appendAll(&file, layout: layout)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    reportDataUse(name: name, path: path, sha256: nil)
    self = builder.ratings(name: name) { _, _ in (nil, []) }
  }

  /// The same ratings with titles and genres from a file of comma-separated values.
  ///
  /// Items that the file does not list keep their titles; items that nobody has rated are left
  /// out.
  ///
  /// - Parameters:
  ///   - item: the name of the column that identifies items.
  ///   - title: the name of the column of titles.
  ///   - genres: the name of the column of genres, with `|` between them; nil: there is none.
  /// - Throws: ``DataFileError`` with the position of the first fault.
  public func titled(
    csv path: String, item: String = "movieId", title: String = "title", genres: String? = nil
  ) throws -> Ratings {
    var file = try DelimitedText(path: path, separator: ",", readsQuotes: true)
    let header = try ColumnNames(&file)
    let itemPosition = try header.position(of: item)
    let titlePosition = try header.position(of: title)
    let genresPosition = try genres.map { try header.position(of: $0) }
    var described = catalogue.items
    var fields: [DelimitedText.Field] = []
    while try file.next(&fields) {
      try file.expect(fields, count: header.names.count)
      let identifier = try file.text(fields[itemPosition])
      guard let index = catalogue.itemIdentifiers.index(of: identifier) else { continue }
      let genres = try genresPosition.map { try file.text(fields[$0]) } ?? ""
      described[index] = Item(
        title: try file.text(fields[titlePosition]),
        genres: genres.split(separator: "|").map(String.init))
    }
    reportDataUse(name: name, path: path, sha256: nil)
    return replacing(items: described)
  }

  private func replacing(items described: [Item]) -> Ratings {
    let catalogue = Catalogue(
      userIdentifiers: catalogue.userIdentifiers, itemIdentifiers: catalogue.itemIdentifiers,
      items: described, people: catalogue.people)
    return Ratings(
      name: name, catalogue: catalogue, users: users, items: items, values: values,
      timestamps: timestamps)
  }
}
