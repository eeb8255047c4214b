import Testing

@testable import Running

struct RuntimeMessageTests {
  @Test(arguments: [
    ("x.md#a:2: Fatal error: Index out of range\n", "Index out of range", ""),
    ("mine\nSwift/Array.swift:2: Fatal error: a\nb\nCurrent stack trace:\n0 x", "a\nb", "mine\n"),
    ("x.md#a:2: Precondition failed: no batch\n", "no batch", ""),
    ("x.md#a:2: Assertion failed\n", "Assertion failed", ""),
    ("x.md#a:1: Fatal error\nCurrent stack trace:\n", "Fatal error", ""),
    (
      "x:1: Fatal error: first\nx:2: Precondition failed: second\n", "second",
      "x:1: Fatal error: first\n"
    ),
  ])
  func isFoundAndTakenOut(errorText: String, text: String, rest: String) {
    #expect(RuntimeMessage(in: errorText)?.text == text)
    #expect(RuntimeMessage.removed(from: errorText) == rest)
  }

  @Test(arguments: ["", "mine\n", "no Fatal error here\n", "my Assertion failed: no\n"])
  func othersWordsStay(errorText: String) {
    #expect(RuntimeMessage(in: errorText) == nil)
    #expect(RuntimeMessage.removed(from: errorText) == errorText)
  }
}
