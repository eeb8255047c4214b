import Foundation
import Recommender
import Running

/// A data set that lessons can open, as `lectern data` shows it.
struct DataSet {
  var name: String
  var what: String
  /// How a lesson opens it.
  var opening: String
  var licence: String
  var checksum: String
  /// Where `data fetch` gets it; nil when it has to be downloaded by hand, or not at all.
  var archive: DataArchive?

  static let all = [
    DataSet(
      name: "ml-latest-small",
      what: "100,004 ratings of 9,066 movies by 671 users (MovieLens, 2016 edition)",
      opening: "MovieLens.latestSmall; it is inside this program",
      licence: "GroupLens's conditions: acknowledge Harper & Konstan (2015), no commercial use",
      checksum: "SHA-256 \(MovieLens.latestSmallSHA256)"),
    DataSet(
      name: "ml-100k",
      what: "100,000 ratings of 1,682 movies by 943 users (MovieLens 100K)",
      opening: "try MovieLens.ml100k()",
      licence: "GroupLens's conditions: may not be handed on",
      checksum: "SHA-256 of u.data \(DataArchive.ml100k.files[0].sha256)",
      archive: .ml100k),
    DataSet(
      name: "ml-1m",
      what: "1,000,209 ratings of 3,706 movies by 6,040 users (MovieLens 1M)",
      opening: "try MovieLens.ml1m(folder: …) with a copy of your own, from "
        + "grouplens.org/datasets/movielens/1m; "
        + "try MovieLens.ml1m() where it lies beside fetched sets",
      licence: "GroupLens's conditions: may not be handed on",
      checksum: "taken when a lesson opens it"),
    DataSet(
      name: "ml-25m",
      what: "25,000,095 ratings of 59,047 movies by 162,541 users (MovieLens 25M)",
      opening: "try MovieLens.ml25m(folder: …) with a copy of your own, from "
        + "grouplens.org/datasets/movielens/25m",
      licence: "GroupLens's conditions: no commercial use without permission",
      checksum: "taken when a lesson opens it"),
    DataSet(
      name: "netflix-prize",
      what: "100,480,507 ratings of 17,770 movies by 480,189 customers (no longer published)",
      opening: "try Ratings.netflixPrize(folder: …) with a copy of your own",
      licence: "Netflix's conditions: may not be handed on",
      checksum: "taken when a lesson opens it"),
  ]

  /// - Parameter store: where fetched sets lie.
  func description(store: String) -> String {
    var lines = ["\(Style.bold(name))  \(what)", "  open      \(opening)"]
    if archive != nil {
      let folder = "\(store)/\(name)"
      let isThere = FileManager.default.fileExists(atPath: folder)
      lines.append(
        "  where     \(isThere ? folder : "not here; get it with lectern data fetch \(name)")")
    }
    return (lines + ["  licence   \(licence)", "  checksum  \(checksum)"]).joined(separator: "\n")
  }
}

/// A zip file on its publisher's server, and what must be in it.
struct DataArchive {
  struct File {
    /// Inside the archive.
    var path: String
    var sha256: String
    var name: String { URL(fileURLWithPath: path).lastPathComponent }
  }

  var address: String
  var files: [File]

  static let ml100k = DataArchive(
    address: "https://files.grouplens.org/datasets/movielens/ml-100k.zip",
    files: [
      File(
        path: "ml-100k/u.data",
        sha256: "06416e597f82b7342361e41163890c81036900f418ad91315590814211dca490"),
      File(
        path: "ml-100k/u.item",
        sha256: "553841ebc7de3a0fd0d6b62a204ea30c1e651aacfb2814c7a6584ac52f2c5701"),
      File(
        path: "ml-100k/u.user",
        sha256: "f120e114da2e8cf314fd28f99417c94ae9ddf1cb6db8ce0e4b5995d40e90e62c"),
    ])
}
