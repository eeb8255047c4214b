import Engine

/// Pairs of ids, as of users and movies.
struct Pairs {
  var left: Indices
  var right: Indices
}

/// A small table of ratings that factors can explain, with `count` of its cells in random order.
struct PairDataset: Dataset {
  let pairs: [(left: Int, right: Int)]
  let targets: [Float]

  init(lefts: Int, rights: Int, count: Int, seed: UInt64) {
    var random = RandomGenerator(seed: seed)
    pairs = (0..<count).map { _ in
      (random.integer(below: lefts), random.integer(below: rights))
    }
    targets = pairs.map { Float(($0.left * 7 + $0.right * 3) % 5) }
  }

  var count: Int { pairs.count }

  func batch(at positions: [Int]) -> Batch<Pairs, Tensor> {
    Batch(
      input: Pairs(
        left: Indices(positions.map { pairs[$0].left }),
        right: Indices(positions.map { pairs[$0].right })),
      targets: Tensor(positions.map { targets[$0] }))
  }
}

/// Factors and biases into a range.
struct Factorization: Model {
  let left, right, leftBias, rightBias: Embedding

  init(lefts: Int, rights: Int, width: Int, seed: UInt64) {
    var random = RandomGenerator(seed: seed)
    left = Embedding(count: lefts, width: width, using: &random)
    right = Embedding(count: rights, width: width, using: &random)
    leftBias = Embedding(count: lefts, width: 1, using: &random)
    rightBias = Embedding(count: rights, width: 1, using: &random)
  }

  func callAsFunction(_ pairs: Pairs) -> Variable {
    let match = (left(pairs.left) * right(pairs.right)).sum(axis: 1, keepDimension: true)
    let biased = match + leftBias(pairs.left) + rightBias(pairs.right)
    return biased.sigmoid(in: -0.5...4.5).reshape([pairs.left.count])
  }
}

/// slope · x + intercept.
struct Line: Model {
  let slope = Variable([0] as Tensor)
  let intercept = Variable([0] as Tensor)

  func callAsFunction(_ x: Tensor) -> Variable { Variable(x) * slope + intercept }

  /// Points on 2x + 1.
  static let points = TensorDataset(
    inputs: Tensor((0..<10).map { Float($0) / 10 }),
    targets: Tensor((0..<10).map { Float($0) / 5 + 1 }))
}
