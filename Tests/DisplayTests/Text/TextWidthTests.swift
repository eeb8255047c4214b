import Testing

@testable import Display

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("ｱ", 1), ("Ａ", 2), ("👩‍🚀", 2),
    ("❤️", 2), ("한국", 4), ("–…─⠿█", 5), ("\u{200B}", 0), ("a\u{7}b", 2),
  ])
  func `cells of a terminal`(text: String, width: Int) {
    #expect(text.terminalWidth == width)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 4, "abc…"), ("ab cdef", 4, "ab…"), ("漢字漢字", 4, "漢…"),
    ("abc", 1, "…"), ("abc", 0, ""),
  ])
  func truncation(text: String, width: Int, result: String) {
    #expect(text.truncated(to: width) == result)
  }

  @Test func padding() {
    #expect("漢".padded(to: 4) == "漢  ")
    #expect("漢".padded(to: 4, trailing: true) == "  漢")
    #expect("abc".padded(to: 2) == "abc")
  }
}
