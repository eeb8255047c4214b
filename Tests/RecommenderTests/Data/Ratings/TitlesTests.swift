import Testing

@testable import Recommender

struct TitlesTests {
  private let ratings = Ratings.example(
    [(0, 1, 4, 0), (0, 2, 4, 0), (1, 2, 4, 0), (0, 3, 1, 0)], users: 2, items: 4,
    titles: ["Hamlet (1996)", "Heat (1995)", "Hamlet (1996)", "Heat and Dust (1983)"])

  @Test func found() throws {
    #expect(try ratings.item(titled: "Heat (1995)") == 1)
    // Two movies of this title: the one with ratings.
    #expect(try ratings.item(titled: "Hamlet (1996)") == 2)
  }

  @Test(arguments: [
    (
      "heat",
      "no item is titled \"heat\"; did you mean \"Heat (1995)\" or \"Heat and Dust (1983)\"?"
    ),
    ("Haet (1995)", "no item is titled \"Haet (1995)\"; did you mean \"Heat (1995)\"?"),
    ("Casablanca", "no item is titled \"Casablanca\""),
    ("", "no item is titled \"\""),
  ])
  func notFound(title: String, message: String) throws {
    let error = try #require(throws: TitleNotFound.self) { try ratings.item(titled: title) }
    #expect(error.description == message)
  }
}
