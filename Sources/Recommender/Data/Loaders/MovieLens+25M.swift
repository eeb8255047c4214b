extension MovieLens {
  /// Reads MovieLens 25M: 25,000,095 ratings, half a star to five, of 59,047 movies by 162,541
  /// users, from `ratings.csv` and `movies.csv` as GroupLens publishes them.
  ///
  /// Its conditions do not allow to pass it on; `lectern data fetch ml-25m` gets it from
  /// https://grouplens.org/datasets/movielens/25m/
  ///
  /// - Parameters:
  ///   - folder: of the files; nil: `ml-25m` in the folder that `lectern data` keeps sets in.
  ///   - badRows: whether a row of ratings that cannot be read, or whose rating is not from 0.5 to
  ///     5, stops the reading or is skipped and counted in ``Ratings/skippedRows``.
  /// - Throws: ``DataFileError`` with the position of the first fault, for a file cut short, or for
  ///   a set that was not fetched.
  public static func ml25m(
    folder: String? = nil, badRows: BadRows = .stop
  ) throws -> Ratings {
    let folder = try FetchedData.folder(folder, set: "ml-25m", file: "ratings.csv")
    return try csv(folder: folder, badRows: badRows, name: "ml-25m") { _, _ in .ml25m }
  }

  /// Reads the edition of MovieLens Latest Small that GroupLens has published since September 2018:
  /// 100,836 ratings, half a star to five, of 9,724 movies by 610 users.
  ///
  /// ``latestSmall``, which is part of the program, is the edition of 2016: other users and other
  /// ratings, so that results on one do not compare with results on the other.
  /// `lectern data fetch ml-latest-small` gets the edition of 2018.
  ///
  /// - Parameters:
  ///   - folder: of the files; nil: `ml-latest-small` in the folder that `lectern data` keeps
  ///     sets in.
  ///   - badRows: whether a row of ratings that cannot be read, or whose rating is not from 0.5 to
  ///     5, stops the reading or is skipped and counted in ``Ratings/skippedRows``.
  /// - Throws: ``DataFileError`` with the position of the first fault, for a file cut short or of
  ///   another edition, or for a set that was not fetched.
  public static func latestSmall2018(
    folder: String? = nil, badRows: BadRows = .stop
  ) throws -> Ratings {
    let folder = try FetchedData.folder(folder, set: "ml-latest-small", file: "ratings.csv")
    return try csv(folder: folder, badRows: badRows, name: "ml-latest-small, 2018") { _, _ in
      .latestSmall2018
    }
  }
}
