import Display

extension MovieLens {
  /// MovieLens Latest Small, edition of October 2016: 100,004 ratings, half a star to five, of
  /// 9,066 movies by 671 users. It is part of the program and needs no file.
  public static var latestSmall: Ratings {
    // Told at every use: the runner asks which steps rest on which data.
    reportDataUse(name: readLatestSmall.name, path: nil, sha256: latestSmallSHA256)
    return readLatestSmall
  }

  /// The SHA-256 of the embedded files, `ratings.csv` followed by `movies.csv`.
  public static var latestSmallSHA256: String {
    "48123806605a20a3e20ef4c8192d086bf45a25ffc66171b1f54dfe9ee924d699"
  }

  /// The bytes of `ratings.csv` and `movies.csv`.
  static var embeddedFiles: (ratings: [UInt8], movies: [UInt8]) {
    (bytes(of: embeddedRatings), bytes(of: embeddedMovies))
  }

  private static let readLatestSmall: Ratings = {
    let files = embeddedFiles
    do {
      return try csv(
        ratings: embedded("ratings.csv", files.ratings),
        movies: embedded("movies.csv", files.movies), name: "ml-latest-small"
      ).ratings
    } catch {
      fatalError("the embedded ml-latest-small is damaged: \(error)")
    }
  }()

  private static func embedded(_ path: String, _ bytes: [UInt8]) throws -> DelimitedText {
    try DelimitedText(path: path, bytes: bytes, separator: ",", readsQuotes: true)
  }

  private static func bytes(
    of file: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>
  ) -> [UInt8] {
    var size = 0
    let start = file(&size)
    return Array(UnsafeBufferPointer(start: start, count: size))
  }
}

// The functions of CMovieLens.h. They are declared here and not imported, since a C module that
// this one imports would have to be found whenever a lesson's step is compiled.

@_silgen_name("lectern_movielens_ratings")
private func embeddedRatings(
  _ size: UnsafeMutablePointer<Int>
) -> UnsafePointer<UInt8>

@_silgen_name("lectern_movielens_movies")
private func embeddedMovies(
  _ size: UnsafeMutablePointer<Int>
) -> UnsafePointer<UInt8>
