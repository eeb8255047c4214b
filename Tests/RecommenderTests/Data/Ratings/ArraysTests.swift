import Testing

@testable import Recommender

struct ArraysTests {
  @Test func columns() {
    let ratings = Ratings(
      users: ["Bob", "Ann", "Bob"], items: [31, 7, 7], ratings: [4, 2.5, 1],
      timestamps: [30, 20, 10], titles: [31: " Up ", 99: "Unrated"])
    #expect(ratings.name == "ratings")
    #expect(ratings.users == [1, 0, 1])
    #expect(ratings.items == [1, 0, 0])
    #expect(ratings.values == [4, 2.5, 1])
    #expect(ratings.timestamps == [30, 20, 10])
    #expect(ratings.catalogue.items == [Item(title: "7"), Item(title: "Up")])
    #expect(ratings.catalogue.userIdentifiers.index(of: "Bob") == 1)
  }

  @Test func otherKindsOfNumbers() {
    let whole: [Int] = [4, 2], double: [Double] = [4, 2]
    let users: [UInt64] = [.max, 7], items: [Int32] = [-1, 5]
    let ratings = Ratings(users: users, items: items, ratings: whole)
    #expect(ratings == Ratings(users: users, items: items, ratings: double))
    #expect(ratings.catalogue.userIdentifiers[1] == "18446744073709551615")
    #expect(ratings.timestamps.isEmpty)
  }

  @Test func noRows() {
    let none = Ratings(users: [Int](), items: [Int](), ratings: [Float]())
    #expect(none.count == 0)
    #expect(none.userCount == 0)
  }
}
