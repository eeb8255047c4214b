import Display

extension MovieLens {
  /// Reads MovieLens 1M: `ratings.dat`, `movies.dat` and `users.dat` as GroupLens publishes them.
  ///
  /// Its conditions do not allow to pass it on; `lectern data fetch ml-1m` gets it from
  /// https://grouplens.org/datasets/movielens/1m/
  ///
  /// The files must have as many records as the published ones. For files of the same form with
  /// other ratings there is
  /// ``Ratings/init(csv:user:item:rating:timestamp:separator:columns:scale:badRows:name:)``.
  ///
  /// - Parameters:
  ///   - folder: of the files; nil: `ml-1m` in the folder that `lectern data` keeps sets in.
  ///   - badRows: whether a row of ratings that cannot be read, or whose rating is not from 1 to 5,
  ///     stops the reading or is skipped and counted in ``Ratings/skippedRows``.
  /// - Throws: ``DataFileError`` with the position of the first fault, for a file cut short, or for
  ///   a set that was not fetched.
  public static func ml1m(
    folder: String? = nil, badRows: BadRows = .stop
  ) throws -> Ratings {
    let folder = try FetchedData.folder(folder, set: "ml-1m", file: "ratings.dat")
    return try ml1m(folder: folder, badRows: badRows, published: .ml1m)
  }

  /// - Parameter published: how many records the files should have; nil: any number.
  static func ml1m(
    folder: String, badRows: BadRows = .stop, published: PublishedCounts?
  ) throws -> Ratings {
    let data = "\(folder)/ratings.dat", items = "\(folder)/movies.dat"
    let users = "\(folder)/users.dat"
    var file = try DelimitedText(path: data, separator: "::", readsQuotes: false)
    var builder = RatingsBuilder()
    try builder.appendAll(&file, layout: RatingsLayout(scale: 1...5), badRows: badRows)
    try PublishedCounts.check(builder.countInFile, published?.ratings, "ratings", in: data)
    let ratings = try builder.ratings(name: "ml-1m") { userIdentifiers, itemIdentifiers in
      let described = try records(items, published?.items, separator: "::", fieldCount: 3) {
        (try itemIdentifiers.index(of: $1.identifier($0[0])), item($0, $1))
      }
      let people = try records(users, published?.users, separator: "::", fieldCount: 5) {
        (try userIdentifiers.index(of: $1.identifier($0[0])), try person($0, $1))
      }
      return (
        try complete(described, itemIdentifiers, in: items),
        try complete(people, userIdentifiers, in: users)
      )
    }
    for path in [data, items, users] { reportDataUse(name: "ml-1m", path: path, sha256: nil) }
    return ratings
  }

  /// `id :: title :: genres`, with `|` between genres, in Latin-1.
  private static func item(_ fields: [DelimitedText.Field], _ file: DelimitedText) -> Item {
    Item(
      title: file.latin1Text(fields[1]),
      genres: Genres.read(file.latin1Text(fields[2])))
  }

  /// `id :: gender :: age :: occupation's number :: zip code`.
  private static func person(
    _ fields: [DelimitedText.Field], _ file: DelimitedText
  ) throws -> Person {
    let occupation = try file.integer(fields[3], "occupation")
    guard occupations.indices.contains(Int(occupation)) else {
      throw file.error(
        "the occupation should be a number from 0 to \(occupations.count - 1)",
        at: fields[3].range.lowerBound)
    }
    return Person(
      age: Int(try file.integer(fields[2], "age")), gender: file.latin1Text(fields[1]),
      occupation: occupations[Int(occupation)], zipCode: file.latin1Text(fields[4]))
  }

  /// What the numbers stand for, from the data set's description.
  private static let occupations = [
    "other", "academic/educator", "artist", "clerical/admin", "college/grad student",
    "customer service", "doctor/health care", "executive/managerial", "farmer", "homemaker",
    "K-12 student", "lawyer", "programmer", "retired", "sales/marketing", "scientist",
    "self-employed", "technician/engineer", "tradesman/craftsman", "unemployed", "writer",
  ]
}
