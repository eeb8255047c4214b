import Testing

@testable import Recommender

struct CountsTests {
  private let ratings = Ratings.example(
    [(0, 1, 4, 0), (2, 1, 3, 1), (2, 0, 5, 2), (1, 2, 1, 3), (1, 1, 2, 4), (2, 1, 4.5, 5)],
    users: 4, items: 4)

  @Test func counts() {
    #expect(ratings.userCounts == [1, 2, 3, 0])
    #expect(ratings.itemCounts == [1, 4, 1, 0])
  }

  @Test(arguments: [(0, []), (1, [2]), (3, [2, 1, 0]), (9, [2, 1, 0, 3]), (-1, [])])
  func mostActive(count: Int, users: [Int]) {
    #expect(ratings.mostActiveUsers(count) == users)
  }

  /// Items 0 and 2 have one rating each: the lower index comes first.
  @Test func equalCounts() {
    #expect(ratings.mostRatedItems(4) == [1, 0, 2, 3])
  }

  @Test func means() {
    #expect(ratings.meanRating == 19.5 / 6)
    #expect(ratings.userMeans == [4, 1.5, 12.5 / 3, nil])
    #expect(ratings.itemMeans == [5, 13.5 / 4, 1, nil])
    #expect(ratings.userMeans(default: -1) == [4, 1.5, 12.5 / 3, -1])
    #expect(ratings.itemMeans(default: 2.5) == [5, 13.5 / 4, 1, 2.5])
    #expect(ratings.rows(at: []).meanRating.isNaN)
  }

  @Test func matrix() {
    #expect(
      ratings.matrix(users: [2, 3, 0], items: [1, 2, 0])
        == [[4.5, nil, 5], [nil, nil, nil], [4, nil, nil]])
    #expect(ratings.matrix(users: [], items: [1]) == [])
  }

  /// The sheet of lesson 1.
  @Test func matrixOfLatestSmall() {
    let ratings = MovieLens.latestSmall
    let grid = ratings.matrix(users: ratings.mostActiveUsers(15), items: ratings.mostRatedItems(15))
    #expect(grid.count == 15)
    #expect(grid.allSatisfy { $0.count == 15 })
    #expect(grid.joined().count(where: { $0 == nil }) == 19)
    #expect(
      ratings.mostActiveUsers(3).map { ratings.catalogue.userIdentifiers[$0] } == [
        "547", "564", "624",
      ])
    #expect(
      ratings.mostRatedItems(3).map { ratings.catalogue.itemIdentifiers[$0] } == [
        "356", "296", "318",
      ])
  }
}
