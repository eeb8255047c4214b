import CKernels
import Engine
import Testing

@testable import Recommender

struct BayesianFactorizationTests {
  /// 60 users, 50 items, two factors and biases, noise of 0.3; half of the pairs are known.
  private struct Planted {
    var known: Ratings
    var pairs: UserItemPairs
    var expected: [Double] = []

    init(seed: UInt64) {
      var random = RandomGenerator(seed: seed)
      func rows(_ count: Int) -> [[Double]] {
        (0..<count).map { _ in (0..<3).map { _ in random.standardNormal() } }
      }
      let users = rows(60), items = rows(50)
      var training: [(Int32, Int32, Float, Int64)] = [], unknown: [(Int, Int)] = []
      for user in 0..<60 {
        for item in 0..<50 {
          let (u, v) = (users[user], items[item])
          let level = 3 + u[0] * v[0] + u[1] * v[1] + 0.5 * (u[2] + v[2])
          let rating = Float(level + 0.3 * random.standardNormal())
          if random.uniform() < 0.5 {
            training.append((Int32(user), Int32(item), rating, 0))
          } else {
            unknown.append((user, item))
            expected.append(level)
          }
        }
      }
      known = .example(training, users: 60, items: 50)
      pairs = UserItemPairs(
        users: Indices(unknown.map(\.0)), items: Indices(unknown.map(\.1)))
    }
  }

  private static func fit(
    _ ratings: Ratings, information: SideInformation = [], seed: UInt64 = 1, samples: Int = 120
  ) -> BayesianFactorization {
    var random = RandomGenerator(seed: seed)
    return BayesianFactorization(
      for: ratings, factors: 2, samples: samples, warmUp: 60, information: information,
      using: &random)
  }

  /// What was planted comes back. Some 1500 ratings with the noise 0.3 determine 330 numbers, so the
  /// error where they were measured would be 0.3 · √(330 / 1500) = 0.14, and elsewhere a little more.
  /// The noise is found, too, and the stated uncertainty is as large as the errors.
  @Test(arguments: [SideInformation(), [.ratedItems, .ratingUsers]])
  func plantedFactors(information: SideInformation) {
    let planted = Planted(seed: 1)
    let model = Self.fit(planted.known, information: information)
    let predictions = model(planted.pairs).scalars
    let deviations = model.standardDeviations(planted.pairs, includingNoise: false).scalars
    var squares = 0.0, standardized = 0.0
    for (row, expected) in planted.expected.enumerated() {
      let error = expected - Double(predictions[row])
      squares += error * error / Double(predictions.count)
      standardized += error * error / Double(deviations[row] * deviations[row])
    }
    #expect(squares.squareRoot() < 0.18)
    #expect(abs(model.noise - 0.3) < 0.02)
    #expect((0.7...1.5).contains(standardized / Double(predictions.count)))
  }

  /// One seed, one result, on one thread or three; another seed, another one.
  @Test func sameBits() {
    let planted = Planted(seed: 2)
    defer { lectern_set_threads(0) }
    let results = [1, 3].map { threads in
      lectern_set_threads(Int32(threads))
      return Self.fit(planted.known, information: [.ratedItems, .ratingUsers], samples: 5)(
        planted.pairs)
    }
    #expect(results[0] == results[1])
    #expect(Self.fit(planted.known, seed: 2, samples: 5)(planted.pairs) != results[0])
  }

  /// Noise comes on top; somebody without ratings is known least; scores have no limit.
  @Test func uncertainty() {
    var rows: [(Int32, Int32, Float, Int64)] = []
    for row in 0..<40 { rows.append((Int32(row % 8), Int32(row / 8), Float(1 + row * 7 % 5), 0)) }
    let ratings = Ratings.example(rows, users: 9, items: 5)
    let model = Self.fit(ratings)
    let pairs = UserItemPairs(users: [0, 8], items: [0, 0])
    let narrow = model.standardDeviations(pairs, includingNoise: false).scalars
    let wide = model.standardDeviations(pairs).scalars
    #expect(narrow[1] > narrow[0])
    for row in 0..<2 {
      let both = Double(narrow[row] * narrow[row]) + model.noise * model.noise
      #expect(abs(Double(wide[row] * wide[row]) - both) < 1e-5)
    }
    let predictions = model(pairs).scalars
    #expect(predictions.allSatisfy { (1...5).contains($0) })
    #expect(abs(model.scores(forUser: 0)[0] - Double(predictions[0])) < 1e-5)
  }

  /// Which items somebody has rated tells, where the ratings themselves are few: two camps that
  /// rate the same items low and high.
  @Test func choicesTell() {
    var random = RandomGenerator(seed: 5)
    var known: [(Int32, Int32, Float, Int64)] = []
    var users: [Int] = [], items: [Int] = [], expected: [Float] = []
    for user in 0..<200 {
      let camp = user % 2
      // Items 0 to 19 are watched by one camp each and liked no more than others.
      for _ in 0..<6 {
        let item = camp * 10 + random.integer(below: 10)
        known.append((Int32(user), Int32(item), 3, 0))
      }
      let level: Float = camp == 0 ? 2 : 4
      if user < 100 {
        known.append((Int32(user), 20, level, 0))
      } else {
        users.append(user)
        items.append(20)
        expected.append(level)
      }
    }
    let ratings = Ratings.example(known, users: 200, items: 21)
    let pairs = UserItemPairs(users: Indices(users), items: Indices(items))
    func error(_ model: BayesianFactorization) -> Float {
      zip(model(pairs).scalars, expected).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / 100
    }
    #expect(error(Self.fit(ratings)) > 0.8)
    #expect(error(Self.fit(ratings, information: .ratedItems)) < 0.25)
  }
}
