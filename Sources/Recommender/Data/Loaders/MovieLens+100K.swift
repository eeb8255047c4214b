import Display

extension MovieLens {
  /// Reads MovieLens 100K: `u.data`, `u.item` and `u.user` as GroupLens publishes them.
  ///
  /// Its conditions do not allow to pass it on; `lectern data fetch ml-100k` gets it from
  /// https://grouplens.org/datasets/movielens/100k/
  ///
  /// The files must have as many records as the published ones. For files of the same form with
  /// other ratings there is
  /// ``Ratings/init(csv:user:item:rating:timestamp:separator:columns:scale:badRows:name:)``.
  ///
  /// - Parameters:
  ///   - folder: of the files; nil: `ml-100k` in the folder that `lectern data` keeps sets in.
  ///   - badRows: whether a row of ratings that cannot be read, or whose rating is not from 1 to 5,
  ///     stops the reading or is skipped and counted in ``Ratings/skippedRows``.
  /// - Throws: ``DataFileError`` with the position of the first fault, for a file cut short, or for
  ///   a set that was not fetched.
  public static func ml100k(
    folder: String? = nil, badRows: BadRows = .stop
  ) throws -> Ratings {
    let folder = try FetchedData.folder(folder, set: "ml-100k", file: "u.data")
    return try ml100k(folder: folder, badRows: badRows, published: .ml100k)
  }

  /// - Parameter published: how many records the files should have; nil: any number.
  static func ml100k(
    folder: String, badRows: BadRows = .stop, published: PublishedCounts?
  ) throws -> Ratings {
    let data = "\(folder)/u.data", items = "\(folder)/u.item", users = "\(folder)/u.user"
    var file = try DelimitedText(path: data, separator: "\t", readsQuotes: false)
    var builder = RatingsBuilder()
    try builder.appendAll(&file, layout: RatingsLayout(scale: 1...5), badRows: badRows)
    try PublishedCounts.check(builder.countInFile, published?.ratings, "ratings", in: data)
    let ratings = try builder.ratings(name: "ml-100k") { userIdentifiers, itemIdentifiers in
      let described = try records(
        items, published?.items, separator: "|", fieldCount: 5 + genreColumns.count
      ) {
        (try itemIdentifiers.index(of: $1.identifier($0[0])), try item($0, $1))
      }
      let people = try records(users, published?.users, separator: "|", fieldCount: 5) {
        (try userIdentifiers.index(of: $1.identifier($0[0])), try person($0, $1))
      }
      return (
        try complete(described, itemIdentifiers, in: items),
        try complete(people, userIdentifiers, in: users)
      )
    }
    for path in [data, items, users] { reportDataUse(name: "ml-100k", path: path, sha256: nil) }
    return ratings
  }

  /// `id | title | release | video release | address | a 0 or 1 for each genre`, in Latin-1.
  private static func item(
    _ fields: [DelimitedText.Field], _ file: DelimitedText
  ) throws -> Item {
    var genres: [String] = []
    for (field, genre) in zip(fields[5...], genreColumns) {
      switch try file.integer(field, "mark for \(genre)") {
      case 0: continue
      case 1: genres.append(genre)
      default:
        throw file.error("the mark for \(genre) should be 0 or 1", at: field.range.lowerBound)
      }
    }
    return Item(title: file.latin1Text(fields[1]), genres: genres)
  }

  /// `id | age | gender | occupation | zip code`.
  private static func person(
    _ fields: [DelimitedText.Field], _ file: DelimitedText
  ) throws -> Person {
    Person(
      age: Int(try file.integer(fields[1], "age")), gender: file.latin1Text(fields[2]),
      occupation: file.latin1Text(fields[3]), zipCode: file.latin1Text(fields[4]))
  }

  /// The order of `u.genre`.
  private static let genreColumns = [
    "unknown", "Action", "Adventure", "Animation", "Children's", "Comedy", "Crime", "Documentary",
    "Drama", "Fantasy", "Film-Noir", "Horror", "Musical", "Mystery", "Romance", "Sci-Fi",
    "Thriller", "War", "Western",
  ]
}
