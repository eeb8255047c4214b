import Engine
import Foundation
import Recommender

extension Benchmark {
  /// Lesson 3's biased model: 50 factors, batches of 64, AdamW, one-cycle, five epochs on four
  /// fifths of the ratings.
  static let factorization = Benchmark(
    name: "factorization", what: "five epochs of matrix factorization"
  ) { folder in
    var sets = [MovieLens.latestSmall]
    if let folder {
      sets.insert(try MovieLens.ml100k(folder: folder), at: 0)
    }
    return sets.map { ratings in
      let training = ratings.split(holdingOut: 0.2, seed: 1).training
      // The optimizer reads and writes three tables of all factors in each step.
      let parameters = (ratings.userCount + ratings.itemCount) * 51
      let steps = 5 * ((training.count + 63) / 64)
      return Workload(
        name: ratings.name, amount: Double(steps * parameters * 6 * 4), unit: "GB/s", runs: 5
      ) {
        var random = RandomGenerator(seed: 1)
        let model = DotProduct(for: training, factors: 50, range: 0...5.5, using: &random)
        let trainer = Trainer(
          model: model, training: training, loss: .meanSquaredError,
          optimizer: AdamW(weightDecay: 0.1), random: random)
        try trainer.fit(epochs: 5, schedule: .oneCycle(peak: 5e-3))
      }
    }
  }
}
