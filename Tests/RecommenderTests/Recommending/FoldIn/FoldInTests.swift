import Engine
import Testing

@testable import Recommender

struct FoldInTests {
  private let figures: ReferenceFigures

  init() throws { figures = try .read() }

  private func leastSquares(hasBiases: Bool) -> AlternatingLeastSquares {
    AlternatingLeastSquares(
      for: figures.table, regularization: figures.penalty, sweeps: 200, hasBiases: hasBiases,
      start: FactorTable(figures.start, width: 2))
  }

  private func ratings(byUser user: Int) -> [Int: Float] {
    let rows = figures.users.indices.filter { figures.users[$0] == user }
    return Dictionary(uniqueKeysWithValues: rows.map { (figures.items[$0], figures.ratings[$0]) })
  }

  /// Once the sweeps have settled, a user folded in with the user's own ratings is that user, and
  /// an item that item.
  @Test(arguments: [true, false]) func trainedUsers(hasBiases: Bool) {
    let model = leastSquares(hasBiases: hasBiases)
    for user in 0..<figures.userCount - 1 {
      let folded = model.newUser(
        rating: ratings(byUser: user), regularization: figures.penalty)
      #expect(difference([folded.scores], [model.scores(forUser: user)]) < 1e-6)
      if !hasBiases { #expect(folded.bias == 0) }
    }
    let rows = figures.items.indices.filter { figures.items[$0] == 3 }
    let item = model.newItem(
      ratedBy: Dictionary(
        uniqueKeysWithValues: rows.map { (figures.users[$0], figures.ratings[$0]) }),
      regularization: figures.penalty)
    let trained = (0..<figures.userCount).map { model.scores(forUser: $0)[3] }
    #expect(difference([item.scores], [trained]) < 1e-9)
  }

  /// At the solution the derivative of the sum of squares and penalty is 0, in a range too.
  @Test(arguments: [nil, 0...5.5] as [ClosedRange<Float>?])
  func minimum(range: ClosedRange<Float>?) {
    var random = RandomGenerator(seed: 2)
    let model = DotProduct(
      for: figures.table, factors: 2, range: range,
      initializer: .normal(standardDeviation: 0.7), using: &random)
    let folded = model.newUser(rating: ratings(byUser: 0), regularization: 0.05)
    let problem = FoldIn(
      factorization: model.factorization, others: model.factorization.items,
      typical: model.factorization.typicalUser, regularization: 0.05,
      rated: folded.ratedItems,
      ratings: folded.ratedItems.map { Double(ratings(byUser: 0)[$0]!) })
    let x = folded.factors + [folded.bias]
    for place in x.indices {
      let slope = [1e-5, -1e-5].map { step in
        var moved = x
        moved[place] += step
        return problem.cost(moved)
      }
      #expect(abs(slope[0] - slope[1]) / 2e-5 < 1e-5)
    }
  }

  /// A user row of the model itself is scored as the model scores it.
  @Test func sameRatings() {
    var random = RandomGenerator(seed: 2)
    let model = DotProduct(for: figures.table, factors: 3, range: 0...5, using: &random)
    let factorization = model.factorization
    let scores = (0..<figures.itemCount).map {
      factorization.rating(factorization.users[1], factorization.items[$0]).value
    }
    #expect(difference([scores], [model.scores(forUser: 1)]) < 1e-5)
  }

  @Test func recommends() {
    let model = leastSquares(hasBiases: true)
    let user = model.newUser(rating: [2: 5, 4: 1])
    let list = user.recommend(20, from: figures.table)
    #expect(list.count == figures.itemCount - 2)
    #expect(!list.items.contains(2) && !list.items.contains(4))
    #expect(list.map(\.score) == list.map(\.score).sorted(by: >))
    #expect(list.representations.plain.contains("for a new user"))
    #expect(model.newUser(rating: [:]).factors == [0, 0])
    #expect(
      model.recommend(3, for: 1, from: figures.table)
        == figures.table.recommend(3, to: 1, by: model))
  }

  @Test func titles() throws {
    let model = leastSquares(hasBiases: true)
    let titles = [2, 4].map { figures.table.title(of: $0) }
    let byTitles = try model.newUser(
      rating: [titles[0]: 5, titles[1]: 1], in: figures.table, regularization: 0.3)
    let byIndices = model.newUser(rating: [2: 5, 4: 1], regularization: 0.3)
    #expect(byTitles.scores == byIndices.scores)
    #expect(byTitles.ratedItems == [2, 4])
    #expect(throws: TitleNotFound.self) {
      try model.newUser(rating: ["Casablanca": 5], in: figures.table)
    }
  }

  @Test func similar() {
    let model = leastSquares(hasBiases: true)
    let items = model.similarItems(to: 1, count: 3, in: figures.table)
    #expect(items == figures.table.similarItems(to: 1, in: model.itemFactors, count: 3))
    let users = model.similarUsers(to: 1, count: 3, in: figures.table)
    #expect(users == figures.table.similarUsers(to: 1, in: model.userFactors, count: 3))
  }
}
