import Engine
import Testing

@testable import Recommender

/// No prediction depends on its own rating or on anything later.
struct NoFutureTests {
  private typealias Row = (Int32, Int32, Float, Int64)

  /// Four users with 15 ratings each, all times twice; every mark occurs in each user's first five.
  private let rows: [Row] = (0..<60).map { index in
    let place = index / 4
    return (
      Int32(index % 4), Int32((index * 7 + place) % 11), Float((index + place) % 5 + 1),
      Int64(place / 2)
    )
  }

  private func sequences(_ rows: [Row]) -> RatingSequences {
    RatingSequences(
      of: .example(rows, users: 4, items: 13), length: 6, scale: [1, 2, 3, 4, 5])
  }

  private func model(_ extras: SequenceTransformer.Extras) -> SequenceTransformer {
    var random = RandomGenerator(seed: 4)
    return SequenceTransformer(
      for: sequences(rows), reading: extras,
      sizes: SequenceTransformer.Sizes(width: 12, heads: 3, feedForward: 16, hidden: [16, 8]),
      range: 0.5...5.5, using: &random)
  }

  private func predictions(_ model: SequenceTransformer, _ rows: [Row]) -> [Float] {
    model(sequences(rows).batch(at: Array(rows.indices)).input).value.scalars
  }

  @Test("its own rating and all later rows can change; the prediction's bits do not")
  func bits() {
    for extras: SequenceTransformer.Extras in [[], .ratings] {
      let model = model(extras)
      let expected = predictions(model, rows)
      for target in rows.indices {
        var changed = rows
        changed[target].2 = 6 - rows[target].2 == rows[target].2 ? 1 : 6 - rows[target].2
        for later in rows.indices where later > target {
          changed[later].1 = 10 - rows[later].1
          changed[later].2 = rows[later].2 == 5 ? 1 : rows[later].2 + 1
        }
        #expect(predictions(model, changed)[target].bitPattern == expected[target].bitPattern)
      }
    }
  }

  @Test("earlier ratings count for the model that reads them, and only for it")
  func pastCounts() {
    var changed = rows
    changed[20].2 = rows[20].2 == 5 ? 1 : 5
    #expect(predictions(model([]), changed) == predictions(model([]), rows))
    let (before, after) = (
      predictions(model(.ratings), rows), predictions(model(.ratings), changed)
    )
    let differing = rows.indices.filter { before[$0] != after[$0] }
    #expect(differing == [24, 28, 32, 36, 40])
  }

  @Test("held-out ratings and what else is held out are not seen")
  func heldOut() {
    func predictions(_ rows: [Row]) -> [Float] {
      let split = Ratings.example(rows, users: 4, items: 13).split(holdingOutLast: 2)
      let sequences = RatingSequences(
        of: split.validation, after: split.training, length: 6, scale: [1, 2, 3, 4, 5])
      return model(.ratings)(sequences.batch(at: Array(0..<8)).input).value.scalars
    }
    var changed = rows
    for row in 52..<60 { changed[row].2 = 6 - rows[row].2 }
    for row in 52..<56 { changed[row].1 = 10 - rows[row].1 }
    let (before, after) = (predictions(rows), predictions(changed))
    #expect(before.suffix(4) == after.suffix(4))
  }

  @Test("early stopping on the mean absolute error keeps the best; the scorer ranks unseen items")
  func trains() throws {
    let split = Ratings.example(rows, users: 4, items: 13).split(holdingOutLast: 1)
    let training = RatingSequences(of: split.training, length: 6)
    let model = model(.ratings)
    let trainer = Trainer(
      model: model, training: training,
      validation: RatingSequences(of: split.validation, after: split.training, length: 6),
      loss: .meanSquaredError, optimizer: AdamW(), metrics: [.meanAbsoluteError], batchSize: 16,
      random: RandomGenerator(seed: 1),
      callbacks: [
        .stopEarly(patience: 2, watching: { $0.metric("MAE") }),
        .keepBest(of: model, watching: { $0.metric("MAE") }),
      ])
    let history = try trainer.fit(epochs: 30, schedule: .oneCycle(peak: 0.01))
    let best = history.epochs.map { $0.metric("MAE") }.min()
    #expect(trainer.evaluate(on: trainer.validation!).metrics.map(\.value) == [best])
    let list = split.training.recommend(13, to: 1, by: NextItemScorer(model, after: training))
    let seen = split.training.isRated(by: 1)
    #expect(list.items.sorted() == seen.indices.filter { !seen[$0] })
    let input = training.next(list.items, for: 1)
    #expect(list.map(\.score) == model(input).value.scalars.map(Double.init))
  }
}
