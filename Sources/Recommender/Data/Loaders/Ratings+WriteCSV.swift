import Engine

extension Ratings {
  /// Writes the ratings to a file of comma-separated values that ``init(csv:)`` reads back.
  ///
  /// The first line names the columns: `userId,movieId,rating`, and `timestamp` where times are
  /// known. Fields with commas, quotes or line breaks are quoted (RFC 4180). Ratings have as many
  /// digits as tell them apart, so that reading gives the same numbers. The file is written beside
  /// its place and renamed when it is whole. Titles go into a second file; see
  /// ``writeTitles(csv:)``.
  ///
  /// Users and items without ratings are not in the file: the indices of a part of a data set are
  /// other ones when it is read back.
  ///
  /// - Throws: ``DataFileError`` when the file cannot be written.
  public func write(csv path: String) throws {
    let hasTimes = !timestamps.isEmpty
    var text = "userId,movieId,rating\(hasTimes ? ",timestamp" : "")\n"
    for row in values.indices {
      text += Self.quoted(catalogue.userIdentifiers[Int(users[row])])
      text += ","
      text += Self.quoted(catalogue.itemIdentifiers[Int(items[row])])
      text += ",\(values[row])"
      if hasTimes { text += ",\(timestamps[row])" }
      text += "\n"
    }
    try Self.replace(path, with: text)
  }

  /// Writes the items' titles and genres to a file of comma-separated values that
  /// ``titled(csv:item:title:genres:separator:columns:)`` reads back.
  ///
  /// The first line names the columns: `movieId,title,genres`. Between genres is a `|`; for no genres
  /// there is `(no genres listed)`, as in MovieLens's files.
  ///
  /// - Throws: ``DataFileError`` when the file cannot be written.
  public func writeTitles(csv path: String) throws {
    var text = "movieId,title,genres\n"
    for (index, item) in catalogue.items.enumerated() {
      let fields = [
        catalogue.itemIdentifiers[index], item.title, Genres.write(item.genres),
      ]
      text += fields.map(Self.quoted).joined(separator: ",") + "\n"
    }
    try Self.replace(path, with: text)
  }

  private static func quoted(_ field: String) -> String {
    let mustBe = field.utf8.contains {
      [.quote, .lineFeed, .carriageReturn, UInt8(ascii: ",")].contains($0)
    }
    guard mustBe else { return field }
    var quoted = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append("\"") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  private static func replace(_ path: String, with text: String) throws {
    do {
      try FileBytes.replace(path, with: [Array(text.utf8)[...]])
    } catch let error as ModelFileError {
      throw DataFileError("this file cannot be written: \(error.reason)", path: path)
    }
  }
}
