import Testing

@testable import Running

struct TextPiecesTests {
  @Test(arguments: ["plain", "é", "€uro", "a😀b", "日本語 ¡ok!", "e\u{301}", ""])
  func noCharacterIsCut(text: String) {
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count {
      var pieces = TextPieces()
      let parts = [pieces.append(bytes[..<cut]), pieces.append(bytes[cut...])]
      #expect(parts.joined() == text)
      #expect(!parts.contains { $0.contains("\u{FFFD}") })
    }
  }

  @Test func bytesThatAreNoTextDoNotWait() {
    var pieces = TextPieces()
    #expect(pieces.append([0x80, 0x80, 0x80, 0x80]) == String(repeating: "\u{FFFD}", count: 4))
    #expect(pieces.append([0x61, 0xFF]) == "a")
    #expect(pieces.append([0x62]) == "\u{FFFD}b")
  }
}
