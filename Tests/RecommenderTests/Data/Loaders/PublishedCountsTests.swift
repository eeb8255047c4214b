import Testing

@testable import Recommender

/// A file cut at the end of a line is told from a whole one by the published number of records.
struct PublishedCountsTests {
  private let folder: TemporaryFolder
  private let item = "1|Toy Story|||" + String(repeating: "|0", count: 19) + "\n"

  init() throws { folder = try TemporaryFolder() }

  private func write100K(ratings: Int, items: Int, users: Int) throws {
    let lines = { (count: Int, line: String) in String(repeating: line, count: count) }
    _ = try folder.write(lines(ratings, "1\t1\t3\t881250949\n"), to: "u.data")
    _ = try folder.write(lines(items, item), to: "u.item")
    _ = try folder.write(lines(users, "1|24|M|writer|85711\n"), to: "u.user")
  }

  @Test(
    arguments: [
      (
        99_999, 1_682, 943, "u.data",
        "this file has 99,999 ratings, the published one 100,000: it has been cut short; download it "
          + "again"
      ),
      (
        100_001, 1_682, 943, "u.data",
        "this file has 100,001 ratings, the published one 100,000: it is another file, or something "
          + "was added to it; read ratings of your own with Ratings(csv:)"
      ),
      (
        100_000, 1_681, 943, "u.item",
        "this file has 1,681 lines, the published one 1,682: it has been cut short; download it again"
      ),
      (
        100_000, 1_682, 1, "u.user",
        "this file has 1 lines, the published one 943: it has been cut short; download it again"
      ),
    ])
  func faults100K(
    ratings: Int, items: Int, users: Int, file: String, message: String
  ) throws {
    try write100K(ratings: ratings, items: items, users: users)
    let error = try #require(throws: DataFileError.self) {
      try MovieLens.ml100k(folder: folder.path)
    }
    #expect(error.path == folder.path + "/" + file)
    #expect(error.message == message)
  }

  @Test func whole100K() throws {
    try write100K(ratings: 100_000, items: 1_682, users: 943)
    #expect(try MovieLens.ml100k(folder: folder.path).count == 100_000)
  }

  @Test func short1M() throws {
    _ = try folder.write("1::1::5::978300760\n", to: "ratings.dat")
    let error = try #require(throws: DataFileError.self) {
      try MovieLens.ml1m(folder: folder.path)
    }
    #expect(error.message.hasPrefix("this file has 1 ratings, the published one 1,000,209"))
  }

  /// The folder's name says which set it should be; any other folder may hold anything.
  @Test(arguments: [
    ("ml-latest-small", "100,836"), ("ml-25m", "25,000,095"), ("ML-20M", "20,000,263"),
    ("ml-32m/", "32,000,204"), ("mine", nil),
  ])
  func csvFolders(name: String, published: String?) throws {
    let inside = try TemporaryFolder(in: folder, named: name)
    _ = try inside.write("userId,movieId,rating,timestamp\n1,31,2.5,9\n")
    _ = try inside.write("movieId,title,genres\n31,Up,Drama\n", to: "movies.csv")
    guard let published else {
      #expect(try MovieLens.csv(folder: inside.path).count == 1)
      return
    }
    let error = try #require(throws: DataFileError.self) { try MovieLens.csv(folder: inside.path) }
    #expect(error.message.hasPrefix("this file has 1 ratings, the published one \(published)"))
  }

  /// Of two editions the one that the other file belongs to.
  @Test(arguments: [
    (100_004, 9_066, 100_004, 9_066), (100_003, 9_066, 100_004, 9_066),
    (100_836, 9_000, 100_836, 9_742), (105_339, 10_329, 105_339, 10_329),
    (5, 5, 100_836, 9_742),
  ])
  func editions(ratings: Int, items: Int, publishedRatings: Int, publishedItems: Int) {
    let published = PublishedCounts.csv(
      folder: "data/ml-latest-small", ratings: ratings, items: items)
    #expect(published?.ratings == publishedRatings)
    #expect(published?.items == publishedItems)
  }
}
