import Testing

@testable import Recommender

struct BadRowsTests {
  private let folder: TemporaryFolder
  private let header = "userId,movieId,rating\n"

  init() throws { folder = try TemporaryFolder() }

  /// What is left out, and that the rows around it are read.
  @Test(arguments: [
    ("1,2", 3, 1, "this line has 2 fields and should have 3"),
    ("1,2,nan", 3, 5, "the rating should be a number"),
    ("1,2,11", 3, 5, "the rating is 11 and should be from 0.5 to 5"),
    ("1,2,0.4", 3, 5, "the rating is 0.4 and should be from 0.5 to 5"),
    (",2,3", 3, 1, "there is no identifier in this field"),
    ("1,\"2,3", 3, 3, "this quote is never closed"),
    ("1,\"2\"x,3", 3, 6, "there is text after the closing quote"),
  ])
  func oneBadRow(row: String, line: Int, column: Int, message: String) throws {
    let path = try folder.write("\u{FEFF}\(header)1,2,3\r\n\(row)\r\n5,2,4\r\n")
    let error = try #require(throws: DataFileError.self) {
      try Ratings(csv: path, scale: 0.5...5)
    }
    #expect(error.message == message)
    #expect(error.line == line)
    #expect(error.column == column)
    let ratings = try Ratings(csv: path, scale: 0.5...5, badRows: .skip)
    #expect(ratings.values == [3, 4])
    #expect(ratings.skippedRows.count == 1)
    #expect(ratings.skippedRows.first == [error])
  }

  @Test func textThatIsLatin1() throws {
    let path = try folder.write(
      Array(header.utf8) + Array("1,".utf8) + [0xE9] + Array(",3\n1,2,4\n".utf8), to: "r.csv")
    let ratings = try Ratings(csv: path, badRows: .skip)
    #expect(ratings.values == [4])
    #expect(
      ratings.skippedRows.first[0].message
        == "this field is not UTF-8 text; save the file as UTF-8")
  }

  /// Lines are still counted after bad rows, blank lines and line breaks inside quotes.
  @Test func linesAreCounted() throws {
    let path = try folder.write("\(header)1,\"a\nb\",3\n\n\nx\n1,\"c\nd\",y\n\n7,8,z\n1,2,3\n")
    let ratings = try Ratings(csv: path, badRows: .skip)
    #expect(ratings.skippedRows.first.map(\.line) == [6, 8, 10])
    #expect(ratings.values == [3, 3])
  }

  @Test func aMegabyteInOneField() throws {
    let long = String(repeating: "x", count: 1 << 20)
    let path = try folder.write("\(header)1,2,\(long)\n1,2,3\n")
    let skipped = try Ratings(csv: path, badRows: .skip).skippedRows
    #expect(skipped.count == 1)
    #expect((skipped.first[0].text?.count ?? 0) <= 160)
  }

  @Test func manyAreShownInPart() throws {
    let path = try folder.write(header + String(repeating: "1,2,x\n", count: 1_000) + "1,2,3\n")
    let ratings = try Ratings(csv: path, badRows: .skip)
    #expect(ratings.skippedRows.count == 1_000)
    #expect(ratings.skippedRows.first.map(\.line) == [2, 3, 4, 5, 6])
    #expect(ratings.representations.plain.contains("1,000 bad rows skipped"))
    #expect(ratings.skippedRows.representations.plain.contains("the rating should be a number"))
  }

  @Test func allAreBad() throws {
    let path = try folder.write("\(header)1,2,x\n1,2,y\n")
    let error = try #require(throws: DataFileError.self) { try Ratings(csv: path, badRows: .skip) }
    #expect(
      error.message == "none of the 2 rows can be read; the first: the rating should be a number")
    #expect(error.line == 2)
  }
}
