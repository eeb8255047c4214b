import Testing

@testable import Recommender

struct FilterTests {
  private let ratings = Ratings.example(
    [(0, 1, 4, 0), (2, 1, 3, 1), (2, 0, 5, 2), (1, 2, 1, 3), (1, 1, 2, 4), (2, 1, 4.5, 0)],
    users: 4, items: 4, titles: ["A", "B", "C", "D"])

  @Test func byAPredicate() {
    let good = ratings.filter { $0.rating >= 4 }
    #expect(good.values == [4, 5, 4.5])
    #expect(good.catalogue == ratings.catalogue)
    #expect(ratings.filter { $0.user == 1 && $0.timestamp! > 3 }.values == [2])
    #expect(ratings.filter { _ in false }.count == 0)
  }

  @Test func usersAndItems() {
    #expect(ratings.ratings(byUsers: [2, 0, 2]).values == [4, 3, 5, 4.5])
    #expect(ratings.ratings(ofItems: [0, 2]).values == [5, 1])
    #expect(ratings.ratings(byUsers: [3]).count == 0)
  }

  /// Users 0, 1 and items 0, 1 make a square; user 2 has one of its two ratings on item 2, which has
  /// only that one: leaving out item 2 leaves user 2 with one rating, then user 2 is left out.
  private let chain = Ratings.example(
    [(0, 0, 1, 0), (0, 1, 2, 0), (1, 0, 3, 0), (1, 1, 4, 0), (2, 1, 5, 0), (2, 2, 6, 0)],
    users: 3, items: 3)

  @Test(
    arguments: [
      (0, 0, [1, 2, 3, 4, 5, 6]), (1, 1, [1, 2, 3, 4, 5, 6]), (2, 0, [1, 2, 3, 4, 5, 6]),
      (0, 2, [1, 2, 3, 4, 5]), (2, 2, [1, 2, 3, 4]), (0, 3, [2, 4, 5]), (2, 3, []), (3, 0, []),
    ] as [(Int, Int, [Float])])
  func minimum(perUser: Int, perItem: Int, values: [Float]) {
    let kept = chain.withMinimum(ratingsPerUser: perUser, perItem: perItem)
    #expect(kept.values == values)
    #expect(kept.catalogue == chain.catalogue)
  }

  /// User 2 rated item 1 at times 1 and 0: the row at time 1 is the later one.
  @Test func repeats() {
    #expect(ratings.withoutRepeats().values == [4, 3, 5, 1, 2])
    let untimed = Ratings(
      users: [1, 1, 2, 1], items: [5, 5, 5, 6], ratings: [1, 2, 3, 4])
    #expect(untimed.withoutRepeats().values == [2, 3, 4])
    #expect(chain.withoutRepeats() == chain)
  }

  @Test func compacted() {
    let part = ratings.filter { $0.user != 0 && $0.item != 1 }.compacted()
    #expect(part.users == [1, 0])
    #expect(part.items == [0, 1])
    #expect(part.values == [5, 1])
    #expect(part.catalogue.items.map(\.title) == ["A", "C"])
    #expect((0..<2).map { part.catalogue.userIdentifiers[$0] } == ["1", "2"])
    #expect(part.compacted() == part)
  }

  @Test func compactedTextAndPeople() throws {
    let ratings = Ratings(
      users: ["7", "x", "a", "3"], items: [1, 1, 1, 1], ratings: [1, 2, 3, 4]
    ).filter { $0.value != 3 && $0.value != 1 }.compacted()
    let users = ratings.catalogue.userIdentifiers
    #expect((0..<users.count).map { users[$0] } == ["3", "x"])
    #expect(ratings.users == [1, 0])
  }
}
