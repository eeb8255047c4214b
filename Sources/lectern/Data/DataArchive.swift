/// A zip file on GroupLens's server, and what must be in it.
struct DataArchive {
  struct File {
    var name: String
    /// Nil: the archive's MD5 has to do.
    var sha256: String?
  }

  /// Of the set, of the archive, and of the folder in it.
  var name: String
  /// Bytes of the archive, about: for progress, and to stop at twice as many.
  var size: Int
  /// Bytes of all its files, about.
  var unpackedSize: Int
  /// Nil where the publisher brings out newer editions: it is then taken from beside the archive.
  var md5: String?
  /// What the loader reads.
  var files: [File]
  /// The publisher's conditions and description.
  var readme: String

  var address: String { "https://files.grouplens.org/datasets/movielens/\(name).zip" }

  static let latestSmall = DataArchive(
    name: "ml-latest-small", size: 978_000, unpackedSize: 3_300_000, md5: nil,
    files: [File(name: "ratings.csv"), File(name: "movies.csv")], readme: "README.txt")

  static let ml100k = DataArchive(
    name: "ml-100k", size: 4_924_000, unpackedSize: 16_000_000,
    md5: "0e33842e24a9c977be4e0107933c0723",
    files: [
      File(
        name: "u.data",
        sha256: "06416e597f82b7342361e41163890c81036900f418ad91315590814211dca490"),
      File(
        name: "u.item",
        sha256: "553841ebc7de3a0fd0d6b62a204ea30c1e651aacfb2814c7a6584ac52f2c5701"),
      File(
        name: "u.user",
        sha256: "f120e114da2e8cf314fd28f99417c94ae9ddf1cb6db8ce0e4b5995d40e90e62c"),
    ], readme: "README")

  static let ml1m = DataArchive(
    name: "ml-1m", size: 5_918_000, unpackedSize: 25_000_000,
    md5: "c4d9eecfca2ab87c1945afe126590906",
    files: [File(name: "ratings.dat"), File(name: "movies.dat"), File(name: "users.dat")],
    readme: "README")

  static let ml25m = DataArchive(
    name: "ml-25m", size: 262_000_000, unpackedSize: 1_160_000_000,
    md5: "6b51fb2759a8657d3bfcbfc42b592ada",
    files: [File(name: "ratings.csv"), File(name: "movies.csv")], readme: "README.txt")
}
