import Engine
import Testing

@testable import Recommender

struct ImplicitFoldInTests {
  private let figures: ReferenceFigures
  private let model: ImplicitLeastSquares

  init() throws {
    figures = try .read()
    model = Self.model(figures, sweeps: figures.sweeps)
  }

  private static func model(
    _ figures: ReferenceFigures, sweeps: Int, start: FactorTable? = nil
  ) -> ImplicitLeastSquares {
    ImplicitLeastSquares(
      for: figures.table, regularization: figures.penalty, confidence: figures.confidence,
      sweeps: sweeps, start: start ?? FactorTable(figures.start, width: 2))
  }

  private func counts(ofUser user: Int) -> [Int: Float] {
    let rows = figures.users.indices.filter { figures.users[$0] == user }
    return Dictionary(uniqueKeysWithValues: rows.map { (figures.items[$0], figures.ratings[$0]) })
  }

  /// Half a sweep more, from the model's items, gives each user exactly the factors of folding in.
  @Test func halfASweep() {
    let next = Self.model(figures, sweeps: 1, start: model.items)
    for user in 0..<figures.userCount {
      let folded = model.newUser(choosing: counts(ofUser: user))
      #expect(folded.factors == Array(next.users[user]))
      #expect(folded.bias == 0)
    }
  }

  /// Once the sweeps have settled, a user folded in is the user that was trained.
  @Test func trainedUsers() {
    let settled = Self.model(figures, sweeps: 2000)
    for user in 0..<figures.userCount {
      let folded = settled.newUser(choosing: counts(ofUser: user))
      #expect(difference([folded.scores], [settled.scores(forUser: user)]) < 1e-6)
    }
  }

  /// The gradient of the sum that is minimized is 0, written out over all items.
  @Test func minimum() {
    let chosen: [Int: Float] = [2: 3, 4: 1, 5: 0]
    let user = model.newUser(choosing: chosen)
    for column in 0..<2 {
      var gradient = figures.penalty * user.factors[column]
      for item in 0..<figures.itemCount {
        let count = Double(chosen[item] ?? 0)
        let row = Array(model.items[item])
        let score = row[0] * user.factors[0] + row[1] * user.factors[1]
        #expect(abs(score - user.scores[item]) < 1e-12)
        gradient -= (1 + figures.confidence * count) * ((count > 0 ? 1 : 0) - score) * row[column]
      }
      #expect(abs(gradient) < 1e-9)
    }
  }

  @Test func lists() {
    #expect(
      model.newUser(choosing: [2, 4, 2]).scores == model.newUser(choosing: [2: 2, 4: 1]).scores)
    #expect(model.newUser(choosing: []).factors == [0, 0])
    let list = model.newUser(choosing: [2, 4]).recommend(20, from: figures.table)
    #expect(list.count == figures.itemCount - 2)
    #expect(!list.items.contains(2) && !list.items.contains(4))
  }

  @Test func titles() throws {
    let table = figures.table
    let titles = [2, 4].map { table.title(of: $0) }
    let byTitles = try model.newUser(choosing: titles, in: table)
    #expect(byTitles.scores == model.newUser(choosing: [2, 4]).scores)
    #expect(throws: TitleNotFound.self) { try model.newUser(choosing: ["Casablanca"], in: table) }
    #expect(throws: UnclearTitle.self) {
      try model.newUser(choosing: [titles[0], titles[0]], in: table)
    }
  }
}
