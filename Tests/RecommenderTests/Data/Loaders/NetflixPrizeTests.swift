import Foundation
import Testing

@testable import Recommender

struct NetflixPrizeTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let titles = "1,2003,Dinosaur Planet\n8,NULL,Caf\u{e9}, Love, and More\n9,1999,Unrated\n"
    _ = try folder.write(titles.unicodeScalars.map { UInt8($0.value) }, to: "movie_titles.txt")
  }

  @Test func combinedFiles() throws {
    _ = try folder.write("8:\n1488844,3,2005-09-06\n7,5,1970-01-01\n", to: "combined_data_1.txt")
    _ = try folder.write("1:\r\n7,4,2004-02-29\r\n", to: "combined_data_2.txt")
    let ratings = try Ratings.netflixPrize(folder: folder.path)
    #expect(ratings.users == [1, 0, 0])
    #expect(ratings.items == [1, 1, 0])
    #expect(ratings.values == [3, 5, 4])
    // From `date -u -d … +%s`.
    #expect(ratings.timestamps == [1_125_964_800, 0, 1_078_012_800])
    #expect(
      ratings.catalogue.items.map(\.title) == ["Dinosaur Planet (2003)", "Café, Love, and More"])
  }

  @Test func trainingSet() throws {
    let inside = try TemporaryFolder(in: folder, named: "training_set")
    _ = try inside.write("8:\n7,2,2005-12-31\n", to: "mv_0000008.txt")
    _ = try inside.write("1:\n7,1,2000-03-01\n", to: "mv_0000001.txt")
    #expect(try Ratings.netflixPrize(folder: folder.path).values == [1, 2])
  }

  @Test(arguments: [
    ("8:\n7,3,2005-02-30\n", 2, 5, "the date should be a day of the calendar, such as 2005-09-06"),
    ("8:\n7,3,1900-02-29\n", 2, 5, "the date should be a day of the calendar, such as 2005-09-06"),
    ("8:\n7,11,2005-02-03\n", 2, 3, "the rating is 11 and should be from 1 to 5"),
    ("8:\n7,3\n", 2, 1, "this line has 2 fields and should have 3"),
    ("7,3,2005-02-03\n", 1, 1, "no line with a movie, such as 8:, is above this rating"),
    ("x:\n", 1, 1, "the movie should be a whole number"),
  ])
  func faults(content: String, line: Int, column: Int, message: String) throws {
    _ = try folder.write(content + "1:\n5,4,2005-01-02\n", to: "combined_data_1.txt")
    let error = try #require(throws: DataFileError.self) {
      try Ratings.netflixPrize(folder: folder.path)
    }
    #expect(error.message == message)
    #expect(error.line == line)
    #expect(error.column == column)
    let ratings = try Ratings.netflixPrize(folder: folder.path, badRows: .skip)
    #expect(ratings.values == [4])
    #expect(ratings.skippedRows.first == [error])
  }

  /// The ratings below a damaged movie line belong to no movie, least of all to the one before.
  @Test func aDamagedMovieLine() throws {
    _ = try folder.write(
      "1:\n5,4,2005-01-02\n8x:\n5,1,2005-01-02\n", to: "combined_data_1.txt")
    let ratings = try Ratings.netflixPrize(folder: folder.path, badRows: .skip)
    #expect(ratings.values == [4])
    #expect(ratings.skippedRows.count == 2)
  }

  @Test func missingFiles() throws {
    let error = try #require(throws: DataFileError.self) {
      try Ratings.netflixPrize(folder: folder.path)
    }
    #expect(error.message.contains("neither combined_data_1.txt nor"))
    _ = try folder.write("8:\n", to: "combined_data_1.txt")
    let empty = try #require(throws: DataFileError.self) {
      try Ratings.netflixPrize(folder: folder.path)
    }
    #expect(empty.message == "there are no ratings in this file")
  }

  /// Every day from 1890 to 2110 against Foundation's calendar.
  @Test func everyDay() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for days in stride(from: -29_220, to: 51_134, by: 1) {
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(days) * 86_400))
      let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
      let text = "\(parts.year!)-\(two(parts.month!))-\(two(parts.day!))"
      #expect(CalendarDate.seconds(Array(text.utf8)[...]) == Int64(days) * 86_400)
    }
  }
}
