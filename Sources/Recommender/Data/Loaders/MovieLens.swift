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
  /// - Parameter separator: between fields, one or two ASCII characters.
  /// - Throws: ``DataFileError`` with the position of the first fault, or for a file cut short.
  public static func csv(folder: String, separator: String = ",") throws -> Ratings {
    DelimitedText.check(separator)
    let data = "\(folder)/ratings.csv", movies = "\(folder)/movies.csv"
    let (ratings, movieCount) = try csv(
      ratings: DelimitedText(path: data, separator: separator, readsQuotes: true),
      movies: DelimitedText(path: movies, separator: separator, readsQuotes: true),
      name: "ratings.csv")
    let published = PublishedCounts.csv(folder: folder, ratings: ratings.count, items: movieCount)
    try PublishedCounts.check(ratings.count, published?.ratings, "ratings", in: data)
    try PublishedCounts.check(movieCount, published?.items, "movies", in: movies)
    for path in [data, movies] { reportDataUse(name: ratings.name, path: path, sha256: nil) }
    return ratings
  }

  /// - Returns: the ratings, and how many movies are listed, rated or not.
  static func csv(
    ratings: DelimitedText, movies: DelimitedText, name: String
  ) throws -> (ratings: Ratings, records: Int) {
    var ratings = ratings, movies = movies
    let header = try ColumnNames(&ratings)
    let untitled = try Ratings(
      &ratings, header, user: "userId", item: "movieId", rating: "rating", timestamp: "timestamp",
      name: name)
    return try untitled.titled(
      &movies, ColumnNames(&movies), item: "movieId", title: "title", genres: "genres")
  }
}
