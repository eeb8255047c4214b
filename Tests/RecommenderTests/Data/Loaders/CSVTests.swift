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
      ("userId,movieId,rating\n1,2,nan\n", 2, 5, "the rating should be a number"),
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

  @Test func textThatIsNotUTF8() throws {
    let path = try folder.write(
      Array("userId,movieId,rating\n1,".utf8) + [0xE9, 0x2C, 0x33], to: "a")
    let error = try #require(throws: DataFileError.self) { try Ratings(csv: path) }
    #expect(error.message == "this field is not UTF-8 text; save the file as UTF-8")
    #expect(error.line == 2)
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

  /// Blanks around a field are no part of it, in ratings and in titles, with quotes and without.
  @Test(arguments: [
    ("1, 31 ,2.5", " 31, Dangerous Minds "), ("1,31,2.5", "\"31 \",\" Dangerous Minds\""),
    ("1 , \"31\" , \" 2.5 \"", "31,\t\"Dangerous Minds\" "),
    ("1,\u{A0}31\u{A0},2.5", "31\u{A0},Dangerous Minds\u{A0}"),
    ("1,31,2.5\n  \n\t\n", "31,Dangerous Minds\n \n"),
  ])
  func blanks(ratingLine: String, titleLine: String) throws {
    let data = try folder.write("\u{FEFF}userId, movieId ,rating\n\(ratingLine)\n")
    let movies = try folder.write(
      "\u{FEFF}\"movieId\" , title\r\n\(titleLine)\r\n", to: "movies.csv")
    let ratings = try Ratings(csv: data, item: " movieId").titled(csv: movies)
    #expect(ratings.itemCount == 1)
    #expect(ratings.values == [2.5])
    #expect(ratings.catalogue.itemIdentifiers[0] == "31")
    #expect(ratings.title(of: 0) == "Dangerous Minds")
  }

  @Test func textIdentifiersWithBlanks() throws {
    let path = try folder.write(
      "userId,movieId,rating\n1,Up,3\n2, Up,4\n3,\" Up \",5\n4,\"U\"\"p\",1\n")
    let ratings = try Ratings(csv: path)
    #expect(ratings.items == [1, 1, 1, 0])
    #expect(ratings.catalogue.itemIdentifiers.index(of: " Up") == 1)
  }

  /// What a file holds as an identifier is found in the file of titles and by looking up.
  @Test(arguments: [
    "1212092628029698048", "9223372036854775807", "9223372036854775808", "18446744073709551616",
    "123456789012345678901234567890", "-5", "-9223372036854775808", "-9223372036854775809", "007",
    "-0", "+7", "tt0114709", "été", "1e3", "0x10", "a b", "31.0",
  ])
  func identifiers(text: String) throws {
    let data = try folder.write("userId,movieId,rating\n\(text),\(text),4\n\(text), 7,4\n")
    let movies = try folder.write("movieId,title\n7,Seven\n\(text),Found\n", to: "movies.csv")
    let ratings = try Ratings(csv: data).titled(csv: movies)
    let identifiers = ratings.catalogue.itemIdentifiers
    let index = try #require(identifiers.index(of: text))
    #expect(identifiers[index] == text)
    #expect(ratings.title(of: index) == "Found")
    #expect(ratings.catalogue.userIdentifiers.index(of: " \(text) ") == 0)
    #expect(identifiers.index(of: "07") == nil)
    #expect(try ratings.title(of: #require(identifiers.index(of: 7))) == "Seven")
  }

  @Test func withoutAHeader() throws {
    let path = try folder.write("196\t242\t3\t881250949\n186\t302\t3.5\t891717742\n", to: "u.data")
    let columns = ["userId", "movieId", "rating", "timestamp"]
    let ratings = try Ratings(
      csv: path, timestamp: "timestamp", separator: "\t", columns: columns, name: "mine")
    #expect(ratings.name == "mine")
    #expect(ratings.users == [1, 0])
    #expect(ratings.values == [3, 3.5])
    #expect(ratings.timestamps == [881_250_949, 891_717_742])
    let titles = try folder.write("242|Kolya|x\n", to: "movies")
    let titled = try ratings.titled(
      csv: titles, separator: "|", columns: ["movieId", "title", "note"])
    #expect(titled.title(of: 0) == "Kolya")
  }

  @Test(
    arguments: [
      (
        "1,2,3\n", nil,
        "there is no column \"userId\": this line has numbers and no names; pass "
          + "columns: [\"userId\", …] with a name for each column"
      ),
      (
        "userId,movieId,rating\n1,2,3\n", ["userId", "movieId", "rating"],
        "this line names the columns; leave columns: out"
      ),
      ("1,2,3,4\n", ["userId", "movieId", "rating"], "this line has 4 fields and should have 3"),
      (
        "1,2,3\n", ["userId", "movieId", "stars"],
        "there is no column \"rating\": the columns are "
          + "\"userId\", \"movieId\", \"stars\""
      ),
      ("", ["userId", "movieId", "rating"], "there are no ratings in this file"),
    ] as [(String, [String]?, String)])
  func faultsWithoutAHeader(content: String, columns: [String]?, message: String) throws {
    let path = try folder.write(content)
    let error = try #require(throws: DataFileError.self) {
      try Ratings(csv: path, columns: columns)
    }
    #expect(error.message == message)
  }

  @Test(arguments: [
    ("(no genres listed)", []), ("", []), ("IMAX", ["IMAX"]), ("Drama| |IMAX ", ["Drama", "IMAX"]),
    (" (no genres listed) ", []), ("|", []),
  ])
  func genres(field: String, genres: [String]) throws {
    let path = try folder.write("movieId,title,genres\n31,Up,\(field)\n", to: "movies.csv")
    let ratings = try Ratings(users: [1], items: [31], ratings: [4])
      .titled(csv: path, genres: "genres")
    #expect(ratings.catalogue.items[0].genres == genres)
  }
}
