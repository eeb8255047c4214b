import Display
import Engine
import Testing

@testable import Recommender

struct NeighboursTests {
  private let figures: ReferenceFigures

  init() throws { figures = try .read() }

  /// For each row the neighbours' similarities by index, 0 for itself and where there is none.
  private func table(_ count: Int, _ similar: (Int) -> Neighbours) -> [[Double]] {
    (0..<count).map { index in
      var row = [Double](repeating: 0, count: count)
      for neighbour in similar(index) { row[neighbour.index] = neighbour.similarity }
      return row
    }
  }

  private func withoutDiagonal(_ table: [[Double]]) -> [[Double]] {
    table.enumerated().map { row, values in
      values.enumerated().map { $0 == row ? 0 : $1 }
    }
  }

  @Test func besideNumPy() {
    let ratings = figures.table
    let items = ItemNeighbours(of: ratings)
    let centred = ItemNeighbours(of: ratings, centring: .userMean)
    let users = UserNeighbours(of: ratings, shrinkage: 3)
    let plain = table(figures.itemCount) { items.similar(to: $0, count: 100) }
    #expect(difference(plain, withoutDiagonal(figures.itemCosines)) < 1e-14)
    let adjusted = table(figures.itemCount) { centred.similar(to: $0, count: 100) }
    #expect(difference(adjusted, withoutDiagonal(figures.centredItemCosines)) < 1e-14)
    let shrunk = table(figures.userCount) { users.similar(to: $0, count: 100) }
    #expect(difference(shrunk, withoutDiagonal(figures.shrunkUserCosines)) < 1e-14)
  }

  @Test func predictionsBesideNumPy() {
    let items = ItemNeighbours(of: figures.table, neighbours: 2, shrinkage: 1)
    let predictions = (0..<figures.userCount).map { items.scores(forUser: $0) }
    #expect(difference(predictions, figures.neighbourPredictions) < 1e-13)
    let pairs = UserItemPairs(users: [3, 0, 3], items: [1, 7, 2])
    #expect(
      items(pairs).scalars
        == [predictions[3][1], predictions[0][7], predictions[3][2]].map { Float($0) })
  }

  /// Items 0 and 1 share users 0 and 1, items 0 and 2 only user 0.
  private let small = Ratings.example(
    [(0, 0, 3, 0), (1, 0, 4, 0), (0, 1, 3, 0), (1, 1, 4, 0), (0, 2, 5, 0)], users: 3, items: 4,
    titles: ["A", "B", "C", "D"])

  @Test func support() {
    let neighbours = ItemNeighbours(of: small).similar(to: 0, count: 9)
    #expect(neighbours.map(\.index) == [1, 2])
    #expect(neighbours.map(\.support) == [2, 1])
    #expect(neighbours[0].similarity == 1)
    #expect(neighbours[1].similarity == 0.6)
    let strict = ItemNeighbours(of: small, minimumSupport: 2)
    #expect(strict.similar(to: 0, count: 9).map(\.index) == [1])
    #expect(ItemNeighbours(of: small).similar(to: 3, count: 9).isEmpty)
    #expect(ItemNeighbours(of: small).similar(to: 0, count: 1).count == 1)
    #expect(UserNeighbours(of: small).similar(to: 0, count: 9).map(\.index) == [1])
  }

  @Test func shown() {
    #expect(
      ItemNeighbours(of: small).similar(to: 0, count: 9).representations.plain == """
        like A

        title  similarity  support
        ─────  ──────────  ───────
        B           1.000        2
        C           0.600        1
        """)
  }

  /// All items at once and pair by pair give the same bits, whatever the order of the rows.
  @Test func pairsAndAllItems() {
    let table = figures.table
    var random = RandomGenerator(seed: 9)
    let mixed = table.rows(at: random.permutation(table.count))
    let items = ItemNeighbours(of: mixed, neighbours: 3, centring: .itemMean)
    for user in 0..<table.userCount {
      let pairs = UserItemPairs(user: user, itemCount: table.itemCount)
      #expect(items(pairs).scalars == items.scores(forUser: user).map { Float($0) })
      #expect(
        items.scores(forUser: user)
          == ItemNeighbours(of: table, neighbours: 3, centring: .itemMean).scores(forUser: user))
    }
  }

  /// A user's second rating of an item replaces the first.
  @Test func repeats() {
    let repeated = Ratings.example(
      [(0, 0, 1, 0), (1, 0, 4, 0), (0, 1, 3, 0), (1, 1, 4, 0), (0, 2, 5, 0), (0, 0, 3, 1)],
      users: 3, items: 4)
    #expect(
      ItemNeighbours(of: repeated).similar(to: 0, count: 9).map(\.similarity)
        == ItemNeighbours(of: small).similar(to: 0, count: 9).map(\.similarity))
  }

  /// Directions count, not lengths; a row of zeros is like nothing.
  @Test func embeddings() {
    let table = Tensor([[1, 0], [3, 4], [-2, 0], [0, 0]])
    let neighbours = small.similarItems(to: 0, in: table, count: 9)
    #expect(neighbours.map(\.index) == [1, 3, 2])
    #expect(neighbours.map(\.similarity) == [0.6, 0, -1])
    #expect(neighbours.map(\.title) == ["B", "D", "C"])
    #expect(!neighbours.representations.plain.contains("support"))
    let users = small.similarUsers(to: 1, in: Tensor([[2], [1], [5]]), count: 1)
    #expect(users.map(\.index) == [0])
  }
}
