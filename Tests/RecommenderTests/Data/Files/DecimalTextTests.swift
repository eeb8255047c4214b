import Testing

@testable import Recommender

struct DecimalTextTests {
  @Test(arguments: [
    "0", "5", "4.5", "0.1", "3.14159", "100000000000000", "00.50", ".5", "1.", "-2", "+3", "1e2",
    "1E-2", "-1.5e+1", "0.3333333333333333333", "123456789.987654321", "1e-60", "16777217",
    "0.30000001192092896", "9999999", ".1234567", "1.000000059604644775390625",
  ])
  func numbers(text: String) throws {
    // Forms that some versions of Swift's own conversion refuse.
    let plain = text.hasPrefix("+") ? String(text.dropFirst()) : text
    let expected = try #require(Float(plain.hasPrefix(".") ? "0" + plain : plain))
    #expect(try ratings(text, separator: ";") == [expected])
  }

  @Test(arguments: [
    "0x10", "0X1p3", "inf", "-inf", "infinity", "nan", "NaN", "nan(1)", "1_000", "1,5", "1 000",
    "1e", "e5", "1e1.5", "1.2.3", "--1", "+-1", "+", "-", ".", "1.e", "5 stars", "½", "٣", "1e+",
    "1d3", "1f", "", "4*", "#N/A", "0b1", "1e5e5",
  ])
  func noNumbers(text: String) throws {
    let error = try #require(throws: DataFileError.self) { try ratings(text, separator: ";") }
    #expect(error.message == "the rating should be a number")
    #expect(error.line == 2)
    #expect(error.column == 5)
  }

  @Test(arguments: ["1e39", "-1e39", "1e999"])
  func tooLarge(text: String) throws {
    let error = try #require(throws: DataFileError.self) { try ratings(text, separator: ";") }
    #expect(error.message == "the rating should be a finite number")
  }

  @Test(
    arguments: [
      ("0", 0), ("007", 7), ("+7", 7), ("-7", -7), ("9223372036854775807", .max),
      ("-9223372036854775808", .min),
    ] as [(String, Int64)])
  func times(text: String, expected: Int64) throws {
    #expect(try timestamps(text) == [expected])
  }

  @Test(arguments: [
    "", "x", "1.5", "1e9", "0x10", "1_000", "9223372036854775808", "-9223372036854775809", "-",
    "nan",
    "99999999999999999999", "2009-12-14",
  ])
  func noTimes(text: String) throws {
    let error = try #require(throws: DataFileError.self) { try timestamps(text) }
    #expect(error.message == "the timestamp should be a whole number")
    #expect(error.column == 7)
  }

  private func ratings(_ text: String, separator: String) throws -> [Float] {
    let folder = try TemporaryFolder()
    let path = try folder.write("userId;movieId;rating\n1;2;\(text)\n")
    return try Ratings(csv: path, separator: separator).values
  }

  private func timestamps(_ text: String) throws -> [Int64] {
    let folder = try TemporaryFolder()
    let path = try folder.write("userId,movieId,rating,timestamp\n1,2,3,\(text)\n")
    return try Ratings(csv: path, timestamp: "timestamp").timestamps
  }
}
