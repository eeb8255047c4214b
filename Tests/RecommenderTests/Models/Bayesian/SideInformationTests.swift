import Testing

@testable import Recommender

struct SideInformationTests {
  private let ratings = Ratings.example(
    [(0, 0, 5, 0), (0, 1, 4, 0), (0, 2, 1, 0), (0, 3, 1, 0), (1, 1, 2, 0)], users: 2, items: 4)

  /// By feature: the rows that have it, 1 over the root of how many features a row has.
  @Test func choices() {
    let users = SideInformation.ratedItems.userFeatures(of: ratings)
    #expect(users.map(\.starts) == [[0, 1, 3, 4, 5]])
    #expect(users[0].columns == [0, 0, 1, 0, 0])
    #expect(users[0].values == [0.5, 0.5, 1, 0.5, 0.5])
    let items = SideInformation.ratingUsers.itemFeatures(of: ratings)
    #expect(items[0].starts == [0, 4, 5])
    #expect(items[0].columns == [0, 1, 2, 3, 1])
    #expect(SideInformation.ratedItems.itemFeatures(of: ratings).isEmpty)
    #expect(SideInformation.people.userFeatures(of: ratings).isEmpty)
  }

  @Test func descriptions() {
    let catalogue = Catalogue(
      userIdentifiers: Identifiers(numbers: [1, 2]), itemIdentifiers: Identifiers(numbers: [1, 2]),
      items: [Item(title: "A", genres: ["War", "Drama"]), Item(title: "B", genres: ["Drama"])],
      people: [
        Person(age: 31, gender: "F", occupation: "writer", zipCode: "0"),
        Person(age: 39, gender: "M", occupation: "artist", zipCode: "0"),
      ])
    let ratings = Ratings(
      name: "two", catalogue: catalogue, users: [0, 1], items: [0, 1], values: [1, 2],
      timestamps: [])
    let genres = SideInformation.genres.itemFeatures(of: ratings)[0]
    #expect(genres.starts == [0, 2, 3])
    #expect(genres.columns == [0, 1, 0])
    // Age 30 to 39, F, M, artist, writer.
    let people = SideInformation.people.userFeatures(of: ratings)[0]
    #expect(people.columns == [0, 1, 0, 1, 1, 0])
    #expect(people.starts == [0, 2, 3, 4, 5, 6])
  }
}
