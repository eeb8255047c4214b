import Lessons
import Testing

struct NearestWordTests {
  @Test(arguments: [
    ("tiemout", "timeout"), ("hiden", "hidden"), ("Hidden", "hidden"), ("timeout", "timeout"),
    ("idd", "id"), ("banana", nil), ("", nil), ("xy", nil), ("exercize", "exercise"),
  ])
  func nearest(word: String, expected: String?) {
    let known = ["id", "hidden", "timeout", "exercise", "trap"]
    #expect(NearestWord.find(word, among: known) == expected)
  }

  @Test func theFirstOfEquallyNearWins() {
    #expect(NearestWord.find("bat", among: ["cat", "rat"]) == "cat")
  }

  @Test func aHugeWordCostsNothing() {
    #expect(NearestWord.find(String(repeating: "a", count: 1_000_000), among: ["id"]) == nil)
  }
}
