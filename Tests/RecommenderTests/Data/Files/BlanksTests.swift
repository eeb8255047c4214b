import Testing

@testable import Recommender

struct BlanksTests {
  @Test(arguments: [
    ("", ""), ("a", "a"), (" a ", "a"), ("\t a b\r\n", "a b"), ("\u{A0}a\u{A0}", "a"),
    ("\u{FEFF}a", "a"), ("\u{2003}é\u{3000}", "é"), ("\u{200B}a\u{2028}", "a"), (" \u{A0} ", ""),
    ("a\u{A0}b", "a\u{A0}b"), ("â", "â"), ("\u{E0}", "\u{E0}"), ("\u{1680}\u{85}x\u{205F}", "x"),
    ("\u{201C}x\u{201D}", "\u{201C}x\u{201D}"),
  ])
  func trimmed(text: String, expected: String) {
    #expect(Blanks.trimmed(text) == expected)
  }

  /// The rule agrees with Unicode's white space.
  @Test func everyScalar() {
    let ownBlanks: Set<UInt32> = [0x200B, 0xFEFF]
    for number in (UInt32(0)...0x3100) {
      guard let scalar = Unicode.Scalar(number) else { continue }
      let isBlank = scalar.properties.isWhitespace || ownBlanks.contains(number)
      #expect(Blanks.trimmed(String(scalar)).isEmpty == isBlank, "\(number)")
    }
  }
}
