import Testing

@testable import Recommender

struct DelimitedTextTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
      ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2\r", [["a", "b"], ["1", "2"]]),
      ("\u{FEFF}a,b\n", [["a", "b"]]),
      ("\n\na,b\n\r\n\n1,2\n\n", [["a", "b"], ["1", "2"]]),
      ("a,,\n,\n", [["a", "", ""], ["", ""]]),
      ("\"a,b\",c\n", [["a,b", "c"]]),
      ("\"say \"\"no\"\"\",\"\"\"\"\n", [["say \"no\"", "\""]]),
      ("\"two\nlines\",c\r\n\"\",\"d\"", [["two\nlines", "c"], ["", "d"]]),
      ("in the \"middle\",c\n", [["in the \"middle\"", "c"]]),
      ("a\rb,c\n", [["a\rb", "c"]]),
      ("\n\n", []),
    ] as [(String, [[String]])])
  func records(content: String, expected: [[String]]) throws {
    #expect(try read(content) == expected)
  }

  @Test func emptyFile() throws {
    #expect(try read("") == [])
  }

  @Test func separatorOfTwoCharacters() throws {
    let content = "1::Twelve: Monkeys::::x:\n:::2\n"
    #expect(
      try read(content, separator: "::", readsQuotes: false)
        == [["1", "Twelve: Monkeys", "", "x:"], ["", ":2"]])
  }

  @Test func quotesAreLettersWhereTheFormatHasNone() throws {
    #expect(try read("\"a\tb\"\n", separator: "\t", readsQuotes: false) == [["\"a", "b\""]])
  }

  @Test(arguments: [
    ("a,b\n1,\"2\n3,4\n", 2, 3, "this quote is never closed"),
    ("a,b\n1,\"2\"3\n", 2, 6, "there is text after the closing quote"),
  ])
  func faults(content: String, line: Int, column: Int, message: String) throws {
    let error = try #require(throws: DataFileError.self) { try read(content) }
    #expect(error.line == line)
    #expect(error.column == column)
    #expect(error.message == message)
  }

  @Test(arguments: [[0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61]] as [[UInt8]])
  func utf16(content: [UInt8]) throws {
    let path = try folder.write(content, to: "wide.csv")
    let error = try #require(throws: DataFileError.self) {
      try DelimitedText(path: path, separator: ",", readsQuotes: true)
    }
    #expect(error.message.contains("UTF-16"))
  }

  /// Random bytes from the characters that matter: always records or a positioned error, and the
  /// reader always reaches the end.
  @Test func anyBytes() throws {
    let alphabet = Array(",\"\n\r:1a \u{e9}\u{0}".utf8)
    var random = SplitMix(state: 1)
    for _ in 0..<300 {
      let content = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        alphabet.randomElement(using: &random)!
      }
      let path = try folder.write(content, to: "any")
      for (separator, readsQuotes) in [(",", true), ("::", false)] {
        var file = try DelimitedText(path: path, separator: separator, readsQuotes: readsQuotes)
        var fields: [DelimitedText.Field] = []
        while let more = try? file.next(&fields), more { #expect(!fields.isEmpty) }
      }
    }
  }

  private func read(
    _ content: String, separator: String = ",", readsQuotes: Bool = true
  ) throws -> [[String]] {
    let path = try folder.write(content)
    var file = try DelimitedText(path: path, separator: separator, readsQuotes: readsQuotes)
    var fields: [DelimitedText.Field] = []
    var records: [[String]] = []
    while try file.next(&fields) { records.append(try fields.map(file.text)) }
    return records
  }
}

/// A small generator for test data.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
