import Display

extension MovieLens {
  /// Reads MovieLens 100K: `u.data`, `u.item` and `u.user` as GroupLens publishes them.
  ///
  /// Its conditions do not allow to pass it on; it is downloaded from
  /// https://grouplens.org/datasets/movielens/100k/
  ///
  /// - Throws: ``DataFileError`` with the position of the first fault.
  public static func ml100k(folder: String) throws -> Ratings {
    let data = "\(folder)/u.data", items = "\(folder)/u.item", users = "\(folder)/u.user"
    var file = try DelimitedText(path: data, separator: "\t", readsQuotes: false)
    var builder = RatingsBuilder()
    try builder.appendAll(&file, layout: RatingsLayout())
    let ratings = try builder.ratings(name: "ml-100k") { userIdentifiers, itemIdentifiers in
      let described = try records(items, separator: "|", fieldCount: 5 + genreColumns.count) {
        (try itemIdentifiers.index(of: $1.text($0[0])), item($0, $1))
      }
      let people = try records(users, separator: "|", fieldCount: 5) {
        (try userIdentifiers.index(of: $1.text($0[0])), try person($0, $1))
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
  private static func item(_ fields: [DelimitedText.Field], _ file: DelimitedText) -> Item {
    let genres = zip(fields[5...], genreColumns).filter { file.wholeNumber($0.0) == 1 }.map(\.1)
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
