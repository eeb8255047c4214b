import Testing

@testable import Display

@Suite struct PlainTextTests {
  struct Shown: Displayable {
    var representations: Representations { Representations(plain: "shown") }
  }

  @Test func `collections are bracketed, strings in them quoted`() {
    #expect(plainText(of: ["a", "b\n"]) == #"["a", "b\n"]"#)
    #expect(plainText(of: [[1], []] as [[Int]]) == "[[1], []]")
    #expect(plainText(of: [Shown()]) == "[shown]")
    #expect(plainText(of: "a b".dropFirst(2)) == "b")
  }

  @Test func `what has no order of its own is sorted`() {
    #expect(plainText(of: Set(["c", "a", "b"])) == #"["a", "b", "c"]"#)
    #expect(plainText(of: [10: "x", 9: "y"]) == #"[9: "y", 10: "x"]"#)
    #expect(plainText(of: ["b": 1, "a": 2]) == #"["a": 2, "b": 1]"#)
    #expect(plainText(of: [String: Int]()) == "[:]")
  }

  @Test func `optionals show what they hold`() {
    #expect(plainText(of: Int?.some(3)) == "3")
    #expect(plainText(of: Int?.none) == "nil")
    #expect(plainText(of: [Int?.none, 2]) == "[nil, 2]")
  }
}
