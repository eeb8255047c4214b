import Testing

@testable import Recommender

struct WriteCSVTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func text() throws {
    let path = folder.path + "/r.csv"
    try Ratings(users: ["a,b", "c"], items: [7, 3], ratings: [4, 0.1]).write(csv: path)
    #expect(try read(path) == "userId,movieId,rating\n\"a,b\",7,4.0\nc,3,0.1\n")
  }

  /// Reading what was written gives an equal value: every float, every kind of identifier.
  @Test func roundTrip() throws {
    let ratings = Ratings(
      users: ["Ann", "007", "7", "say \"no\"", "two\nlines", "9223372036854775808", "-3"],
      items: ["x", "a,b", " y ", "été", "1", "02", "\"q\""],
      ratings: [0.1, -0.0, 3.4e38, .leastNonzeroMagnitude, 16_777_216, -2.5, 0.333_333_34],
      timestamps: [0, -5, 9, 1_260_759_144, .max, .min, 7],
      titles: ["x": "Kolya; or, \"so\"", "y": "  Two\r\nlines  "], name: "r.csv")
    let path = folder.path + "/r.csv", titles = folder.path + "/t.csv"
    try ratings.write(csv: path)
    try ratings.writeTitles(csv: titles)
    let back = try Ratings(csv: path, timestamp: "timestamp").titled(csv: titles, genres: "genres")
    #expect(back == ratings)
    #expect(back.values.map(\.bitPattern) == ratings.values.map(\.bitPattern))
  }

  @Test func everyBitPattern() throws {
    var random = SplitMix(state: 3)
    let values = (0..<3000).map { _ in Float(bitPattern: UInt32(truncatingIfNeeded: random.next()))
    }
    .filter(\.isFinite)
    let ratings = Ratings(
      users: Array(values.indices), items: Array(values.indices), ratings: values, name: "r.csv")
    try ratings.write(csv: folder.path + "/r.csv")
    #expect(try Ratings(csv: folder.path + "/r.csv").values == values)
  }

  @Test func latestSmall() throws {
    let path = folder.path + "/ml-latest-small", titles = folder.path + "/movies.csv"
    try MovieLens.latestSmall.write(csv: path)
    try MovieLens.latestSmall.writeTitles(csv: titles)
    let back = try Ratings(csv: path, timestamp: "timestamp").titled(csv: titles, genres: "genres")
    #expect(back == MovieLens.latestSmall)
    // Byte for byte what was published.
    #expect(try FileContents.bytes(of: path) == MovieLens.embeddedFiles.ratings)
    #expect(try FileContents.bytes(of: titles) == MovieLens.embeddedFiles.movies)
  }

  /// A file that is there is replaced as a whole, and nothing is left beside it.
  @Test func replaced() throws {
    let path = try folder.write("something longer than what comes\n", to: "r.csv")
    try Ratings(users: [1], items: [2], ratings: [3]).write(csv: path)
    #expect(try read(path) == "userId,movieId,rating\n1,2,3.0\n")
    #expect(try folder.names() == ["r.csv"])
  }

  @Test func faults() throws {
    let ratings = Ratings(users: [1], items: [2], ratings: [3])
    let missing = folder.path + "/none/r.csv"
    let error = try #require(throws: DataFileError.self) { try ratings.write(csv: missing) }
    #expect(
      error.description
        == "\(missing): this file cannot be written: there is no such file or folder")
    #expect(throws: DataFileError.self) { try ratings.writeTitles(csv: folder.path) }
  }

  private func read(_ path: String) throws -> String {
    String(decoding: try FileContents.bytes(of: path), as: UTF8.self)
  }
}
