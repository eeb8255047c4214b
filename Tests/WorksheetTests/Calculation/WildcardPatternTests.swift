import Testing

@testable import Worksheet

@Suite struct WildcardPatternTests {
  @Test(
    arguments: [
      ("a*", "apple", true), ("a*", "bad", false), ("*", "", true), ("?", "", false),
      ("?", "é", true),
      ("*a*a*", "banana", true), ("b?n*a", "BANANA", true), ("*an", "banana", false),
      ("~*", "*", true), ("~*", "x", false), ("a~?b", "a?b", true), ("a~?b", "axb", false),
      ("~~", "~", true), ("~a", "~a", true), ("a~", "a~", true), ("**b", "aab", true),
      ("", "", true),
      ("", "a", false), ("a*b?c", "axxbyc", true), ("a*b?c", "axxbc", false),
    ] as [(String, String, Bool)])
  func matches(_ pattern: String, text: String, expected: Bool) {
    #expect(WildcardPattern(pattern).matches(text) == expected)
  }

  /// Steps in proportion to the lengths' product, whatever the stars.
  @Test func manyStarsAreNoTrap() {
    let pattern = WildcardPattern(String(repeating: "*a", count: 200) + "*b")
    #expect(!pattern.matches(String(repeating: "a", count: 2_000)))
  }
}
