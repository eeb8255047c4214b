import Engine
import Testing

@testable import Recommender

struct RatingSequencesTests {
  /// User 0 in time: items 2 (3), 0 (4), 3 (1), 1 (5); the two in the middle at one time, in the
  /// order of the file. User 1 has one rating, user 2 none.
  private let ratings = Ratings.example(
    [(0, 1, 5, 30), (0, 0, 4, 20), (1, 3, 2, 5), (0, 2, 3, 10), (0, 3, 1, 20)], users: 3, items: 4)

  @Test("a window shows what its user rated before, and the item that is asked for")
  func windows() throws {
    let sequences = RatingSequences(of: ratings, length: 3)
    let batch = sequences.batch(at: [0, 1, 2, 3, 4])
    #expect(sequences.count == 5)
    #expect(sequences.scale == [1, 2, 3, 4, 5])
    #expect(batch.targets == Tensor([5, 4, 2, 3, 1]))
    #expect(batch.input.users == [0, 0, 1, 0, 0])
    #expect(batch.input.items.shape == [5, 3])
    #expect(batch.input.items.values == [1, 4, 2, 0, 3, 1, 0, 0, 4, 0, 0, 3, 3, 1, 4])
    #expect(batch.input.ratings?.shape == [5, 2])
    #expect(batch.input.ratings?.values == [4, 1, 0, 3, 0, 0, 0, 0, 3, 4])
    #expect(batch.input.features == nil)
  }

  @Test("windows of held-out ratings show training ratings alone")
  func heldOut() {
    let split = ratings.split(holdingOutLast: 2)
    #expect(split.validation.items == [1, 3])
    let sequences = RatingSequences(of: split.validation, after: split.training, length: 4)
    let batch = sequences.batch(at: [0, 1])
    #expect(batch.input.items.values == [0, 3, 1, 2, 0, 3, 1, 4])
    #expect(batch.input.ratings?.values == [0, 2, 3, 0, 2, 3])
    #expect(batch.targets == Tensor([5, 1]))
  }

  @Test("a held-out rating sees no training rating of a later time")
  func heldOutEarly() {
    let split = Split(
      training: ratings.rows(at: [0, 1, 2, 4]), validation: ratings.rows(at: [3]))
    let sequences = RatingSequences(of: split.validation, after: split.training, length: 3)
    #expect(sequences.batch(at: [0]).input.items.values == [0, 0, 3])
  }

  @Test("without times rows count in their order")
  func untimed() {
    let untimed = Ratings(users: [0, 0, 0], items: [2, 0, 1], ratings: [1, 2, 3])
    let batch = RatingSequences(of: untimed, length: 2).batch(at: [0, 1, 2])
    #expect(batch.input.items.values == [0, 3, 3, 1, 1, 2])
  }

  @Test("the next item comes after all that the user has rated")
  func next() {
    let next = RatingSequences(of: ratings, length: 3).next([0, 2], for: 0)
    #expect(next.items.values == [4, 2, 1, 4, 2, 3])
    #expect(next.ratings?.values == [1, 5, 1, 5])
    let fresh = RatingSequences(of: ratings, length: 3).next([1], for: 2)
    #expect(fresh.items.values == [0, 0, 2])
  }

  @Test("users of MovieLens 100K and 1M alike: brackets of age, gender, occupation")
  func features() throws {
    func person(_ age: Int, _ gender: String, _ occupation: String) -> Person {
      Person(age: age, gender: gender, occupation: occupation, zipCode: "")
    }
    let catalogue = Catalogue(
      userIdentifiers: Identifiers(numbers: [1, 2, 3, 4]),
      itemIdentifiers: Identifiers(numbers: [7]),
      people: [
        person(17, "M", "writer"), person(18, "F", "artist"), person(0, "", "writer"),
        person(60, "M", ""),
      ])
    let described = Ratings(
      name: "described", catalogue: catalogue, users: [3, 1], items: [0, 0], values: [4, 5],
      timestamps: [])
    let features = try #require(UserFeatures(of: described))
    #expect(features.names == ["age", "gender", "occupation"])
    #expect(features.counts == [8, 3, 3])
    #expect(features([0, 1, 2, 3]).values == [1, 2, 2, 2, 1, 1, 0, 0, 2, 7, 2, 0])
    let batch = RatingSequences(of: described).batch(at: [0, 1])
    #expect(batch.input.features?.values == [7, 2, 0, 2, 1, 1])
    #expect(UserFeatures(of: ratings) == nil)
  }
}
