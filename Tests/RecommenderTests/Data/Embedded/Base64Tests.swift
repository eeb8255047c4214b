import Testing

@testable import Recommender

struct Base64Tests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"),
    ("Zm9vYmE=", "fooba"), ("Zm9v\nYmFy", "foobar"),
  ])
  func vectors(text: String, decoded: String) {
    #expect(decode(text) == Array(decoded.utf8))
  }

  @Test func everyValue() {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    let bytes = decode(alphabet) ?? []
    #expect(bytes.prefix(3) == [0x00, 0x10, 0x83])
    #expect(bytes.suffix(3) == [0xF3, 0xDF, 0xBF])
    #expect(bytes.count == 48)
  }

  @Test(arguments: ["Zm9-", "Zm 9", "Zm9\u{e9}"])
  func otherCharacters(text: String) {
    #expect(decode(text) == nil)
  }

  private func decode(_ text: String) -> [UInt8]? {
    Array(text.utf8).withUnsafeBufferPointer { Base64.decoded($0) }
  }
}
