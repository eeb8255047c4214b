import Running
import Testing

@testable import Recommender

/// The embedded data gives back the published files byte for byte.
struct MovieLensLatestSmallTests {
  private let ratings = MovieLens.latestSmall

  @Test func ratingsFile() {
    let lines = (0..<ratings.count).map { row in
      let rating = ratings[row]
      let user = ratings.catalogue.userIdentifiers[rating.user]
      let item = ratings.catalogue.itemIdentifiers[rating.item]
      return "\(user),\(item),\(rating.value),\(ratings.timestamps[row])\n"
    }
    let file = "userId,movieId,rating,timestamp\n" + lines.joined()
    #expect(
      digest(of: Array(file.utf8))
        == "b4239649fbf90ebf405c56c3ae1d929d9e7c86fc1a3a80cbef1c884df593ef73")
  }

  @Test func moviesFile() {
    let lines = ratings.catalogue.items.enumerated().map { index, item in
      // What the file has for a movie without genres is none of them.
      let genres = item.genres.isEmpty ? "(no genres listed)" : item.genres.joined(separator: "|")
      return "\(ratings.catalogue.itemIdentifiers[index]),\(quoted(item.title)),\(genres)\n"
    }
    let file = "movieId,title,genres\n" + lines.joined()
    #expect(
      digest(of: Array(file.utf8))
        == "b09a283d7fad0f8089a0235fb357d3ea769fe876bd3ae8d67f2cd246b0d3e39c")
  }

  private func digest(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hexadecimal
  }

  private func quoted(_ title: String) -> String {
    guard title.contains(",") || title.contains("\"") else { return title }
    return "\""
      + title.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// The digest that receipts name is that of the files inside the program.
  @Test func embeddedFiles() {
    let (ratings, movies) = MovieLens.embeddedFiles
    #expect(digest(of: ratings + movies) == MovieLens.latestSmallSHA256)
  }

  @Test func sizes() throws {
    #expect(ratings.catalogue.items.filter { $0.genres.isEmpty }.count == 17)
    #expect(ratings.count == 100_004)
    #expect(ratings.userCount == 671)
    #expect(ratings.itemCount == 9_066)
    #expect(ratings.title(of: 0) == "Toy Story (1995)")
    #expect(ratings.catalogue.items[0].genres.first == "Adventure")
    #expect(try ratings.title(of: ratings.item(titled: "Forrest Gump (1994)")).hasPrefix("Forrest"))
  }
}
