import Display

/// The MovieLens data sets of GroupLens Research at the University of Minnesota.
///
/// F. Maxwell Harper and Joseph A. Konstan. 2015. The MovieLens Datasets: History and Context.
/// ACM Transactions on Interactive Intelligent Systems 5, 4: 19:1–19:19.
/// https://doi.org/10.1145/2827872
public enum MovieLens {
  /// Reads a folder with `ratings.csv` and `movies.csv`, the form of the Latest, 10M (after
  /// conversion), 20M, 25M and 32M data sets.
  ///
  /// Where the folder's name is that of a published set (`ml-latest-small`, `ml-20m`, `ml-25m`,
  /// `ml-32m`), its files must have the published numbers of ratings and movies.
  ///
  /// - Parameters:
  ///   - separator: between fields, one or two ASCII characters.
  ///   - badRows: whether a row of ratings that cannot be read, or whose rating is not from 0.5
  ///     to 5, stops the reading or is skipped and counted in ``Ratings/skippedRows``.
  /// - Throws: ``DataFileError`` with the position of the first fault, or for a file cut short.
  public static func csv(
    folder: String, separator: String = ",", badRows: BadRows = .stop
  ) throws -> Ratings {
    try csv(folder: folder, separator: separator, badRows: badRows) { ratings, movies in
      PublishedCounts.csv(folder: folder, ratings: ratings, items: movies)
    }
  }

  /// - Parameter published: from the numbers of ratings and movies those that the files should
  ///   have.
  static func csv(
    folder: String, separator: String = ",", badRows: BadRows, name: String = "ratings.csv",
    published: (_ ratings: Int, _ movies: Int) -> PublishedCounts?
  ) throws -> Ratings {
    DelimitedText.check(separator)
    let data = "\(folder)/ratings.csv", movies = "\(folder)/movies.csv"
    let (ratings, movieCount) = try csv(
      ratings: DelimitedText(path: data, separator: separator, readsQuotes: true),
      movies: DelimitedText(path: movies, separator: separator, readsQuotes: true),
      badRows: badRows, name: name)
    let count = ratings.count + ratings.skippedRows.count
    let published = published(count, movieCount)
    try PublishedCounts.check(count, published?.ratings, "ratings", in: data)
    try PublishedCounts.check(movieCount, published?.items, "movies", in: movies)
    for path in [data, movies] { reportDataUse(name: ratings.name, path: path, sha256: nil) }
    return ratings
  }

  /// - Returns: the ratings, and how many movies are listed, rated or not.
  static func csv(
    ratings: DelimitedText, movies: DelimitedText, badRows: BadRows = .stop, name: String
  ) throws -> (ratings: Ratings, records: Int) {
    var ratings = ratings, movies = movies
    let header = try ColumnNames(&ratings)
    let untitled = try Ratings(
      &ratings, header, user: "userId", item: "movieId", rating: "rating", timestamp: "timestamp",
      scale: 0.5...5, badRows: badRows, name: name)
    return try untitled.titled(
      &movies, ColumnNames(&movies), item: "movieId", title: "title", genres: "genres")
  }
}
