import Testing

@testable import Recommender

/// Files in the published format that the tests write themselves: the data set's conditions do
/// not allow to pass it on.
struct MovieLens100KTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.write(
      "196\t242\t3\t881250949\n7\t302\t5\t891717742\n196\t302\t1\t9\n", to: "u.data")
    let zeros = String(repeating: "|0", count: 13)
    let items =
      "242|Les Mis\u{e9}rables (1998)|24-Jan-1997||http://example.org/|0|0|0|0|0|1" + zeros
      + "\n302|L.A. \"Confidential\" (1997)|||| 0|0|0|0|0|0|1" + zeros.dropLast(6) + "|1|0"
      + "\n9|Unseen|||" + String(repeating: "|0", count: 19) + "\n"
    _ = try folder.write(items.unicodeScalars.map { UInt8($0.value) }, to: "u.item")
    _ = try folder.write("7|57|M|administrator|91344\n196|49|F|writer|T8H1N\n", to: "u.user")
  }

  @Test func wholeSet() throws {
    let ratings = try MovieLens.ml100k(folder: folder.path, published: nil)
    #expect(ratings.name == "ml-100k")
    #expect(ratings.users == [1, 0, 1])
    #expect(ratings.items == [0, 1, 1])
    #expect(ratings.values == [3, 5, 1])
    #expect(ratings.timestamps == [881_250_949, 891_717_742, 9])
    #expect(
      ratings.catalogue.items == [
        Item(title: "Les Misérables (1998)", genres: ["Comedy"]),
        Item(title: "L.A. \"Confidential\" (1997)", genres: ["Crime", "War"]),
      ])
    #expect(
      ratings.catalogue.people == [
        Person(age: 57, gender: "M", occupation: "administrator", zipCode: "91344"),
        Person(age: 49, gender: "F", occupation: "writer", zipCode: "T8H1N"),
      ])
  }

  @Test(
    arguments: [
      ("u.data", "196\t242\t3", 1, 1, "this line has 3 fields and should have 4"),
      ("u.data", "196\t242\t3\t1\n\n1\t2\tx\t4\n", 3, 5, "the rating should be a number"),
      ("u.data", "", nil, nil, "there are no ratings in this file"),
      (
        "u.item", "242|Kolya|||" + String(repeating: "|0", count: 18) + "|2\n", 1, 50,
        "the mark for Western should be 0 or 1"
      ),
      ("u.item", "242|Kolya\n", 1, 1, "this line has 2 fields and should have 24"),
      ("u.user", "7|old|M|x|1\n", 1, 3, "the age should be a whole number"),
      ("u.user", "7|57|M|x|1\n", nil, nil, "there is no line for 196, which has ratings"),
    ] as [(String, String, Int?, Int?, String)])
  func faults(name: String, content: String, line: Int?, column: Int?, message: String) throws {
    let path = try folder.write(content, to: name)
    let error = try #require(throws: DataFileError.self) {
      try MovieLens.ml100k(folder: folder.path, published: nil)
    }
    #expect(error.path == path)
    #expect(error.line == line)
    #expect(error.column == column)
    #expect(error.message == message)
  }

  /// Blanks around fields, no-break spaces of Latin-1 among them, are no part of them.
  @Test func blanks() throws {
    _ = try folder.write(" 196\t242 \t 3 \t881250949\n", to: "u.data")
    let item = "242 | Kolya\u{a0}||| " + String(repeating: "| 0", count: 19) + "\n"
    _ = try folder.write(item.unicodeScalars.map { UInt8($0.value) }, to: "u.item")
    _ = try folder.write(" 196| 49 |F | writer|T8H1N \n", to: "u.user")
    let ratings = try MovieLens.ml100k(folder: folder.path, published: nil)
    #expect(ratings.catalogue.items == [Item(title: "Kolya")])
    #expect(ratings.catalogue.people[0].occupation == "writer")
    #expect(ratings.catalogue.userIdentifiers[0] == "196")
  }

  @Test func aMissingFolder() throws {
    let error = try #require(throws: DataFileError.self) {
      try MovieLens.ml100k(folder: folder.path + "/none")
    }
    #expect(error.description == folder.path + "/none/u.data: there is no such file")
  }
}
