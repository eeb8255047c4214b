import Display

extension Ratings {
  /// Reads the Netflix Prize's ratings, 1 to 5 stars, from a folder with either `combined_data_1.txt`
  /// and its like, or a folder `training_set` of files `mv_0000001.txt`, and with the titles in
  /// `movie_titles.txt` or `movie_titles.csv`.
  ///
  /// A line `8:` names the movie of the lines that follow it, `customer,rating,date`. The timestamp
  /// is the date's first second (UTC). Netflix no longer publishes the set; as many of its files as
  /// the folder holds are read. James Bennett and Stan Lanning. 2007. The Netflix Prize. KDD Cup and
  /// Workshop 2007. All 100,480,507 ratings take about 2 GB when read, and twice that while reading.
  ///
  /// - Parameter badRows: whether a line of ratings that cannot be read stops the reading, or is
  ///   skipped and counted in ``skippedRows``.
  /// - Throws: ``DataFileError`` with the position of the first fault, or when files are missing.
  public static func netflixPrize(folder: String, badRows: BadRows = .stop) throws -> Ratings {
    let (paths, titles) = try NetflixFiles.find(in: folder)
    var builder = RatingsBuilder()
    for path in paths {
      var file = try DelimitedText(path: path, separator: ",", readsQuotes: false)
      let countBefore = builder.countInFile
      try builder.appendNetflix(&file, badRows)
      if builder.countInFile == countBefore {
        throw DataFileError("there are no ratings in this file", path: path)
      }
    }
    try builder.checkCount(path: paths[0])
    let ratings = try builder.ratings(name: "netflix-prize") { _, items in
      (try NetflixFiles.items(titles, items), [])
    }
    for path in paths + [titles] { reportDataUse(name: ratings.name, path: path, sha256: nil) }
    return ratings
  }
}

extension RatingsBuilder {
  /// Reads `movie:` lines, each with its `customer,rating,date` lines.
  fileprivate mutating func appendNetflix(
    _ file: inout DelimitedText, _ badRows: BadRows
  ) throws {
    var movie: Identifiers.Identifier?
    var fields: [DelimitedText.Field] = []
    while try nextRecord(&file, &fields, count: nil, badRows: badRows) {
      do {
        if let header = file.netflixHeader(fields) {
          // The lines below a damaged one must not go to the movie before it.
          movie = nil
          movie = .number(try file.integer(header, "movie"))
          continue
        }
        try appendNetflix(fields, of: file, movie)
      } catch let fault as DataFileError {
        try skip(fault, badRows)
      }
    }
  }

  private mutating func appendNetflix(
    _ fields: [DelimitedText.Field], of file: DelimitedText, _ movie: Identifiers.Identifier?
  ) throws {
    try file.expect(fields, count: 3)
    let start = fields[0].range.lowerBound
    guard let movie else {
      throw file.error("no line with a movie, such as 8:, is above this rating", at: start)
    }
    let user = try file.integer(fields[0], "customer")
    let value = try file.rating(fields[1], scale: 1...5)
    guard let timestamp = CalendarDate.seconds(file.bytes[file.trimmed(fields[2])]) else {
      throw file.error(
        "the date should be a day of the calendar, such as 2005-09-06",
        at: fields[2].range.lowerBound)
    }
    append(user: .number(user), item: movie, value: value, timestamp: timestamp)
  }
}

extension DelimitedText {
  /// The number in a line `8:`; nil when the line is another one.
  fileprivate func netflixHeader(_ fields: [Field]) -> Field? {
    let range = trimmed(fields[0])
    guard fields.count == 1, let last = range.last, bytes[last] == UInt8(ascii: ":") else {
      return nil
    }
    return Field(range: range.dropLast(), hasDoubledQuotes: false)
  }
}

/// The files of the Netflix Prize.
private enum NetflixFiles {
  /// - Returns: the paths of the files of ratings, in order, and of the one of titles.
  static func find(in folder: String) throws -> (ratings: [String], titles: String) {
    let names = try FolderContents.names(of: folder)
    var ratings = matching(names, "combined_data_", in: folder)
    if ratings.isEmpty, names.contains("training_set") {
      let inside = "\(folder)/training_set"
      ratings = matching(try FolderContents.names(of: inside), "mv_", in: inside)
    }
    guard !ratings.isEmpty else {
      throw DataFileError(
        "there are no ratings of the Netflix Prize in this folder: neither combined_data_1.txt nor "
          + "training_set/mv_0000001.txt", path: folder)
    }
    guard let titles = ["movie_titles.txt", "movie_titles.csv"].first(where: names.contains) else {
      throw DataFileError("there is no movie_titles.txt in this folder", path: folder)
    }
    return (ratings, "\(folder)/\(titles)")
  }

  private static func matching(_ names: [String], _ prefix: String, in folder: String) -> [String] {
    names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".txt") }.map { "\(folder)/\($0)" }
  }

  /// `id,year or NULL,title` in Latin-1, where the title may contain commas.
  static func items(_ path: String, _ identifiers: Identifiers) throws -> [Item] {
    var file = try DelimitedText(path: path, separator: ",", readsQuotes: false)
    var described: [Int: Item] = [:]
    var fields: [DelimitedText.Field] = []
    while try file.next(&fields) {
      guard fields.count >= 3 else {
        throw file.error(
          "this line should have a number, a year and a title", at: fields[0].range.lowerBound)
      }
      let index = identifiers.index(of: .number(try file.integer(fields[0], "movie")))
      let rest = fields[2].range.lowerBound..<fields[fields.count - 1].range.upperBound
      let title = file.latin1Text(DelimitedText.Field(range: rest, hasDoubledQuotes: false))
      let year = file.latin1Text(fields[1])
      if year != "NULL" { _ = try file.integer(fields[1], "year") }
      if let index { described[index] = Item(title: year == "NULL" ? title : "\(title) (\(year))") }
    }
    return try MovieLens.complete(described, identifiers, in: path)
  }
}
