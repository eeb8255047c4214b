import Display

extension Ratings {
  /// The same ratings with titles and genres from a file of comma-separated values.
  ///
  /// Items that the file does not list keep their titles; items that nobody has rated are left
  /// out; of an item listed twice the later line counts. The file is read as ``init(csv:)`` reads
  /// ratings, with the same rules for blanks and identifiers. `(no genres listed)`, MovieLens's words
  /// for it, is read as no genres.
  ///
  /// - Parameters:
  ///   - item: the name of the column that identifies items.
  ///   - title: the name of the column of titles.
  ///   - genres: the name of the column of genres, with `|` between them; nil: there is none.
  ///   - separator: between fields, one or two ASCII characters.
  ///   - columns: what the columns are called when the file has no header; nil: its first line says
  ///     so.
  /// - Throws: ``DataFileError`` with the position of the first fault.
  public func titled(
    csv path: String, item: String = "movieId", title: String = "title", genres: String? = nil,
    separator: String = ",", columns: [String]? = nil
  ) throws -> Ratings {
    DelimitedText.check(separator)
    var file = try DelimitedText(path: path, separator: separator, readsQuotes: true)
    let header = try columns.map { try ColumnNames($0, of: file) } ?? ColumnNames(&file)
    let titled = try titled(&file, header, item: item, title: title, genres: genres).ratings
    reportDataUse(name: name, path: path, sha256: nil)
    return titled
  }

  /// - Returns: the ratings, and how many records the file has.
  func titled(
    _ file: inout DelimitedText, _ header: ColumnNames, item: String, title: String,
    genres: String?
  ) throws -> (ratings: Ratings, records: Int) {
    let itemPosition = try header.position(of: item)
    let titlePosition = try header.position(of: title)
    let genresPosition = try genres.map { try header.position(of: $0) }
    var described = catalogue.items
    var fields: [DelimitedText.Field] = []
    var records = 0
    while try file.next(&fields) {
      try file.expect(fields, count: header.names.count)
      records += 1
      let identifier = try file.identifier(fields[itemPosition])
      guard let index = catalogue.itemIdentifiers.index(of: identifier) else { continue }
      described[index] = Item(
        title: try file.text(fields[titlePosition]),
        genres: try genresPosition.map { Genres.read(try file.text(fields[$0])) } ?? [])
    }
    return (replacing(items: described), records)
  }

  private func replacing(items described: [Item]) -> Ratings {
    let catalogue = Catalogue(
      userIdentifiers: catalogue.userIdentifiers, itemIdentifiers: catalogue.itemIdentifiers,
      items: described, people: catalogue.people)
    return Ratings(
      name: name, catalogue: catalogue, users: users, items: items, values: values,
      timestamps: timestamps, skippedRows: skippedRows)
  }
}

/// Genres as MovieLens writes them: `Crime|Drama`.
enum Genres {
  /// What MovieLens writes for a movie without any.
  static let none = "(no genres listed)"

  static func read(_ field: String) -> [String] {
    field.split(separator: "|").map { Blanks.trimmed(String($0)) }.filter {
      !$0.isEmpty && $0 != none
    }
  }

  static func write(_ genres: [String]) -> String {
    genres.isEmpty ? none : genres.joined(separator: "|")
  }
}
