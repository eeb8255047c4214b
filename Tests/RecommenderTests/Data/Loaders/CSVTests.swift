import Testing

@testable import Recommender

struct CSVTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func columnsInAnyOrder() throws {
    let path = try folder.write(
      "when,stars,film,person,note\r\n5,3.5,\"20\",9,\"a, b\"\r\n6,-1e-1,3,9,\r\n7,4, 20 ,2,x")
    let ratings = try Ratings(
      csv: path, user: "person", item: "film", rating: "stars", timestamp: "when")
    #expect(ratings.name == "ratings.csv")
    #expect(ratings.users == [1, 1, 0])
    #expect(ratings.items == [1, 0, 1])
    #expect(ratings.values == [3.5, -0.1, 4])
    #expect(ratings.timestamps == [5, 6, 7])
    #expect(ratings.title(of: 1) == "20")
    #expect(ratings[0] == Rating(user: 1, item: 1, value: 3.5, timestamp: 5))
  }

  @Test func identifiersThatAreText() throws {
    let path = try folder.write("userId,movieId,rating\nbob,x,1\n10,x,2\nalice,007,3\n9,7,4\n")
    let ratings = try Ratings(csv: path)
    let users = ratings.catalogue.userIdentifiers
    #expect((0..<users.count).map { users[$0] } == ["9", "10", "alice", "bob"])
    #expect(ratings.users == [3, 1, 2, 0])
    let items = ratings.catalogue.itemIdentifiers
    #expect((0..<items.count).map { items[$0] } == ["7", "007", "x"])
    #expect(ratings.timestamps.isEmpty)
    #expect(ratings[0].timestamp == nil)
  }

  @Test func anotherSeparator() throws {
    let path = try folder.write("userId;movieId;rating\n1;2;3\n")
    #expect(try Ratings(csv: path, separator: ";").values == [3])
  }

  @Test(
    arguments: [
      ("", nil, nil, "this file is empty; its first line should name the columns"),
      ("userId,movieId,rating\n", nil, nil, "there are no ratings in this file"),
      (
        "userID,movieId,rating\n1,2,3\n", 1, 1,
        "there is no column \"userId\"; did you mean \"userID\"? The columns are "
          + "\"userID\", \"movieId\", \"rating\""
      ),
      (
        "a,movieId,rating\n1,2,3\n", 1, 1,
        "there is no column \"userId\": the columns are \"a\", \"movieId\", \"rating\""
      ),
      ("userId,movieId,userId\n", 1, 16, "the column \"userId\" occurs twice"),
      ("userId,movieId,rating\n1,2,3\n1,2\n", 3, 1, "this line has 2 fields and should have 3"),
      ("userId,movieId,rating\n1\n", 2, 1, "this line has 1 field and should have 3"),
      ("userId,movieId,rating\n1,2,3,4\n", 2, 1, "this line has 4 fields and should have 3"),
      ("userId,movieId,rating\n1,2,4;5\n", 2, 5, "the rating should be a number"),
      ("userId,movieId,rating\n1,2,\n", 2, 5, "the rating should be a number"),
      ("userId,movieId,rating\n1,2,nan\n", 2, 5, "the rating should be a finite number"),
      ("userId,movieId,rating\n1,2,1e39\n", 2, 5, "the rating should be a finite number"),
      ("userId,movieId,rating\n1,,3\n", 2, 3, "there is no identifier in this field"),
      ("userId,movieId,rating\n1,2,\"3\n", 2, 5, "this quote is never closed"),
    ] as [(String, Int?, Int?, String)])
  func faults(content: String, line: Int?, column: Int?, message: String) throws {
    let path = try folder.write(content)
    let error = try #require(throws: DataFileError.self) { try Ratings(csv: path) }
    #expect(error.path == path)
    #expect(error.line == line)
    #expect(error.column == column)
    #expect(error.message == message)
  }

  @Test(arguments: ["", "x", "1.5", "99999999999999999999"])
  func faultyTimestamps(timestamp: String) throws {
    let path = try folder.write("userId,movieId,rating,timestamp\n1,2,3,\(timestamp)\n")
    let error = try #require(throws: DataFileError.self) {
      try Ratings(csv: path, timestamp: "timestamp")
    }
    #expect(error.message == "the timestamp should be a whole number")
    #expect(error.column == 7)
  }

  @Test func textThatIsNotUTF8() throws {
    let path = try folder.write(
      Array("userId,movieId,rating\n1,".utf8) + [0xE9, 0x2C, 0x33], to: "a")
    let error = try #require(throws: DataFileError.self) { try Ratings(csv: path) }
    #expect(error.message == "this field is not UTF-8 text")
    #expect(error.line == 2)
  }

  @Test(arguments: [
    "0", "5", "4.5", "0.1", "3.14159", "100000000000000", "00.50", ".5", "1.", "-2", "1e2",
    "0.3333333333333333333", "123456789.987654321",
  ])
  func decimals(text: String) throws {
    let path = try folder.write("userId,movieId,rating\n1,2,\(text)\n")
    let written = text.hasPrefix(".") ? "0" + text : text.hasSuffix(".") ? text + "0" : text
    let expected = try #require(Double(written))
    #expect((try? Ratings(csv: path).values) == [Float(expected)] || Double(text) == nil)
  }

  @Test func titles() throws {
    _ = try folder.write("userId,movieId,rating,timestamp\n1,31,2.5,1260759144\n1,50,3.0,1\n")
    _ = try folder.write(
      "movieId,title,genres\n50,\"Suspects, \"\"The\"\"\",Crime|Drama\n7,Unseen,\n",
      to: "movies.csv")
    let ratings = try MovieLens.csv(folder: folder.path)
    #expect(
      ratings.catalogue.items == [
        Item(title: "31"), Item(title: "Suspects, \"The\"", genres: ["Crime", "Drama"]),
      ])
  }
}
