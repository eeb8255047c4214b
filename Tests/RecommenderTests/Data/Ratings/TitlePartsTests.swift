import Testing

@testable import Recommender

struct TitlePartsTests {
  private let ratings = Ratings.example(
    [(0, 1, 4, 0), (0, 2, 4, 0), (1, 2, 4, 0), (0, 3, 1, 0)], users: 2, items: 5,
    titles: ["Hamlet (1996)", "Heat (1995)", "Hamlet (1996)", "Heat and Dust (1983)", "Dust"])

  @Test(arguments: [
    ("Heat (1995)", 1), ("heat (1995)", 1), ("AND", 3), ("1983", 3), ("Hamlet (1996)", 2),
    // A whole title is meant even if it is also a part of another.
    ("Dust", 4),
  ])
  func found(part: String, item: Int) throws {
    #expect(try ratings.item(named: part) == item)
  }

  @Test(arguments: [
    (
      "heat",
      "2 titles contain \"heat\"; write more of it: do you mean \"Heat (1995)\" or "
        + "\"Heat and Dust (1983)\"?"
    ),
    (
      "(19",
      "4 titles contain \"(19\"; write more of it: do you mean \"Hamlet (1996)\" or "
        + "\"Heat (1995)\" or \"Heat and Dust (1983)\"?"
    ),
    ("Haet (1995)", "no item is titled \"Haet (1995)\"; did you mean \"Heat (1995)\"?"),
    ("Casablanca", "no item is titled \"Casablanca\""),
    ("", "no item is titled \"\""),
  ])
  func refused(part: String, message: String) throws {
    let error = try #require(throws: (any Error).self) { try ratings.item(named: part) }
    #expect("\(error)" == message)
  }

  @Test func oneItemTwice() throws {
    let error = try #require(throws: UnclearTitle.self) {
      try ratings.items(named: ["heat (1995)", "Heat (1995)"])
    }
    #expect(
      error.description
        == "\"Heat (1995)\" and \"heat (1995)\" are the same item, \"Heat (1995)\"; name it once")
  }
}
