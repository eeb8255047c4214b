import Display

/// The MovieLens data sets of GroupLens Research at the University of Minnesota.
///
/// F. Maxwell Harper and Joseph A. Konstan. 2015. The MovieLens Datasets: History and Context.
/// ACM Transactions on Interactive Intelligent Systems 5, 4: 19:1–19:19.
/// https://doi.org/10.1145/2827872
public enum MovieLens {
  /// MovieLens Latest Small, edition of October 2016: 100,004 ratings, half a star to five, of
  /// 9,066 movies by 671 users. It is part of the program and needs no file.
  public static var latestSmall: Ratings {
    // Told at every use: the runner asks which steps rest on which data.
    reportDataUse(name: unpackedLatestSmall.name, path: nil, sha256: packedLatestSmallDigest)
    return unpackedLatestSmall
  }

  /// The SHA-256 of the embedded set, in the form in which it is packed.
  public static var latestSmallSHA256: String { packedLatestSmallDigest }

  private static let unpackedLatestSmall: Ratings = {
    let bytes = packedLatestSmall.withUTF8Buffer { Base64.decoded($0) } ?? []
    do {
      return try PackedRatings.unpack(bytes, name: "ml-latest-small")
    } catch {
      fatalError("the embedded ml-latest-small is damaged: \(error)")
    }
  }()

  /// Reads a folder with `ratings.csv` and `movies.csv`, the form of the Latest, 10M (after
  /// conversion), 20M, 25M and 32M data sets.
  ///
  /// - Throws: ``DataFileError`` with the position of the first fault.
  public static func csv(folder: String) throws -> Ratings {
    try Ratings(csv: "\(folder)/ratings.csv", timestamp: "timestamp")
      .titled(csv: "\(folder)/movies.csv", genres: "genres")
  }
}
