import Foundation
import Testing

/// A lesson opens what is in the folder of fetched sets, without naming it.
struct FetchedSetTests {
  private func run(_ code: String, store: (Checkout) throws -> Void) throws -> Checkout.Outcome {
    let checkout = try Checkout([
      "01-set.md": document("```swift\nimport Recommender\n\n\(code)\n```")
    ])
    try store(checkout)
    return try checkout.lectern(
      "run", "1", environment: ["LECTERN_DATA": checkout.folder.path + "/store"])
  }

  private func makeFolder(_ name: String, in checkout: Checkout) throws {
    try FileManager.default.createDirectory(
      at: checkout.folder.appending(path: "store/\(name)"), withIntermediateDirectories: true)
  }

  private let counts = "print(ratings.name, ratings.count, ratings.users.max()!)"

  @Test func theFetchedEditionOf2018() throws {
    let outcome = try run("let ratings = try MovieLens.latestSmall2018()\n\(counts)") { checkout in
      let fetched = try checkout.lectern(
        "data", "fetch", "ml-latest-small", "--from", DataPublisher.address("whole"),
        environment: ["LECTERN_DATA": checkout.folder.path + "/store"])
      #expect(fetched.status == 0)
    }
    #expect(outcome.status == 0, "\(outcome.errors)\(outcome.output)")
    #expect(outcome.output.contains("ml-latest-small, 2018 100836 609"))
  }

  @Test func movieLens1M() throws {
    let outcome = try run("let ratings = try MovieLens.ml1m()\n\(counts)") { checkout in
      try makeFolder("ml-1m", in: checkout)
      var ratings = ""
      for row in 0..<1_000_209 {
        ratings += "\(row % 6040 + 1)::\(row / 6040 * 23 % 3883 + 1)::\(row % 5 + 1)::978300760\n"
      }
      try checkout.write(ratings, to: "store/ml-1m/ratings.dat")
      let movies = (1...3883).map { "\($0)::Film (1999)::Drama\n" }.joined()
      try checkout.write(movies, to: "store/ml-1m/movies.dat")
      let users = (1...6040).map { "\($0)::F::1::10::48067\n" }.joined()
      try checkout.write(users, to: "store/ml-1m/users.dat")
    }
    #expect(outcome.status == 0, "\(outcome.errors)\(outcome.output)")
    #expect(outcome.output.contains("ml-1m 1000209 6039"))
  }

  /// 25 million rows are too many for a test: that they are counted shows that they were found.
  @Test func movieLens25M() throws {
    let outcome = try run("let ratings = try MovieLens.ml25m()") { checkout in
      try makeFolder("ml-25m", in: checkout)
      try checkout.write(
        "userId,movieId,rating,timestamp\n1,296,5.0,1147880044\n", to: "store/ml-25m/ratings.csv")
      try checkout.write(
        "movieId,title,genres\n296,Pulp Fiction (1994),Comedy|Crime\n",
        to: "store/ml-25m/movies.csv")
    }
    #expect(outcome.status == 1)
    let text = outcome.output + outcome.errors
    #expect(text.contains("store/ml-25m/ratings.csv"), "\(text)")
    #expect(text.contains("the published one 25,000,095"), "\(text)")
  }

  @Test func aSetThatIsNotThere() throws {
    let outcome = try run("let ratings = try MovieLens.ml1m()") { _ in }
    #expect(outcome.status == 1)
    let text = outcome.output + outcome.errors
    #expect(text.contains("ml-1m is not here; get it with lectern data fetch ml-1m"), "\(text)")
  }
}
