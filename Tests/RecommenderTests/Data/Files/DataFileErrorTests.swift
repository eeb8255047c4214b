import Testing

@testable import Recommender

struct DataFileErrorTests {
  @Test func withoutAPlace() {
    #expect(
      DataFileError("there is no such file", path: "a.csv").description
        == "a.csv: there is no such file")
  }

  @Test func withAPlace() {
    let bytes = Array("user,rating\n7,4,o\n".utf8)
    let error = DataFileError("wrong", path: "a.csv", bytes: bytes, offset: 14)
    #expect(error.description == "a.csv:2:3: wrong\n  7,4,o\n    ^")
  }

  /// A caret counts characters, not bytes; control characters become blanks.
  @Test func charactersOfSeveralBytes() {
    let bytes = Array("é\t\u{1B}x".utf8)
    let error = DataFileError("wrong", path: "a", bytes: bytes, offset: 4)
    #expect(error.column == 4)
    #expect(error.description == "a:1:4: wrong\n  é  x\n     ^")
  }

  @Test func aLongLine() {
    let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000)
    let error = DataFileError("wrong", path: "a", bytes: bytes, offset: 50_000)
    #expect(error.text?.count == 160)
    #expect(error.column == 50_001)
  }

  @Test(arguments: [0, 1, 2, 3])
  func anyOffset(offset: Int) {
    let error = DataFileError("wrong", path: "a", bytes: [10, 0xFF, 10], offset: offset)
    #expect(error.line == [1, 2, 2, 3][offset])
  }
}
