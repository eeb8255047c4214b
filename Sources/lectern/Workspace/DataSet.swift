import Recommender

/// A data set that lessons can open, as `lectern data` shows it.
struct DataSet {
  var name: String
  var what: String
  var place: String
  var licence: String
  var checksum: String

  var description: String {
    """
    \(Style.bold(name))  \(what)
      where     \(place)
      licence   \(licence)
      checksum  \(checksum)
    """
  }

  static let all = [
    DataSet(
      name: "ml-latest-small",
      what: "100,004 ratings of 9,066 movies by 671 users (MovieLens, 2016 edition)",
      place: "inside this program: MovieLens.latestSmall",
      licence: "GroupLens's conditions: acknowledge Harper & Konstan (2015), no commercial use",
      checksum: "SHA-256 \(MovieLens.latestSmallSHA256)"),
    DataSet(
      name: "ml-100k",
      what: "100,000 ratings of 1,682 movies by 943 users (MovieLens 100K)",
      place: "your copy: MovieLens.ml100k(folder: …); from grouplens.org/datasets/movielens/100k",
      licence: "GroupLens's conditions: may not be handed on",
      checksum: "taken when a lesson opens it"),
    DataSet(
      name: "ml-1m",
      what: "1,000,209 ratings of 3,706 movies by 6,040 users (MovieLens 1M)",
      place: "your copy: MovieLens.ml1m(folder: …); from grouplens.org/datasets/movielens/1m",
      licence: "GroupLens's conditions: may not be handed on",
      checksum: "taken when a lesson opens it"),
  ]
}
