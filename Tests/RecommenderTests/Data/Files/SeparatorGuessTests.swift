import Testing

@testable import Recommender

struct SeparatorGuessTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    (";", "semicolons", "\";\""), ("\t", "tabs", "\"\\t\""), ("|", "vertical bars", "\"|\""),
    ("::", "double colons", "\"::\""), (":", "colons", "\":\""), (" ", "blanks", "\" \""),
  ])
  func headers(separator: String, name: String, argument: String) throws {
    let line = { (fields: [String]) in fields.joined(separator: separator) + "\n" }
    let path = try folder.write(line(["userId", "movieId", "rating"]) + line(["1", "31", "2.5"]))
    let error = try #require(throws: DataFileError.self) { try Ratings(csv: path) }
    #expect(error.line == 1)
    #expect(
      error.message
        == "there is no column \"userId\": this line is separated by \(name), not by commas; "
        + "pass separator: \(argument)")
    let ratings = try Ratings(csv: path, separator: separator)
    #expect(ratings.catalogue.itemIdentifiers[0] == "31")
    #expect(ratings.values == [2.5])
  }

  @Test func titles() throws {
    let ratings = Ratings(users: [1], items: [31], ratings: [4])
    let path = try folder.write("movieId;title\n31;Up, and away\n", to: "movies.csv")
    let error = try #require(throws: DataFileError.self) { try ratings.titled(csv: path) }
    #expect(error.message.contains("pass separator: \";\""))
    #expect(try ratings.titled(csv: path, separator: ";").title(of: 0) == "Up, and away")
  }

  @Test func commasWhereOthersAreExpected() throws {
    let path = try folder.write("userId,movieId,rating\n1,2,3\n")
    let error = try #require(throws: DataFileError.self) { try Ratings(csv: path, separator: ";") }
    #expect(error.message.contains("separated by commas, not by semicolons; pass separator: \",\""))
  }

  @Test func laterLines() throws {
    let path = try folder.write("userId,movieId,rating\n1,2,3\n1;3;4\n")
    let error = try #require(throws: DataFileError.self) { try Ratings(csv: path) }
    #expect(error.line == 3)
    #expect(
      error.message
        == "this line has 1 field and should have 3; it is separated by semicolons, not by "
        + "commas")
  }

  @Test func fixedSeparators() throws {
    _ = try folder.write("196 242 3 881250949\n", to: "u.data")
    let error = try #require(throws: DataFileError.self) {
      try MovieLens.ml100k(folder: folder.path)
    }
    #expect(error.message.hasSuffix("it is separated by blanks, not by tabs"))
  }

  @Test func filesWithoutAHeader() throws {
    let path = try folder.write("1;31;2.5\n")
    let columns = ["userId", "movieId", "rating"]
    let error = try #require(throws: DataFileError.self) {
      try Ratings(csv: path, columns: columns)
    }
    #expect(error.message.hasSuffix("not by commas: pass separator: \";\""))
    #expect(try Ratings(csv: path, separator: ";", columns: columns).values == [2.5])
  }

  /// What a title may have is no separator as long as there are commas.
  @Test(arguments: ["31,A Very Long Title", "31,Up: a: b", "31,Up|Drama|War"])
  func titlesWithOtherSeparators(line: String) throws {
    let ratings = Ratings(users: [1], items: [31], ratings: [4])
    let path = try folder.write("movieId,title,genres\n\(line)\n", to: "movies.csv")
    let error = try #require(throws: DataFileError.self) { try ratings.titled(csv: path) }
    #expect(error.message == "this line has 2 fields and should have 3")
  }

  @Test func doubleColonsReadWithColons() throws {
    let path = try folder.write("userId::movieId::rating\n1::2::3\n")
    let error = try #require(throws: DataFileError.self) { try Ratings(csv: path, separator: ":") }
    #expect(error.message.hasSuffix("by double colons, not by colons; pass separator: \"::\""))
  }
}
