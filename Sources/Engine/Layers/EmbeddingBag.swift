/// A table of learned rows, of which each bag of ids gets one: the sum, the mean or the largest
/// elements of its ids' rows.
///
///     EmbeddingBag(count: 20, width: 8, mode: .mean, using: &random)(genresOfFilms)
///
/// The same as ``Embedding`` and a reduction after it, without the rows in between. An empty bag gets
/// zeros. (PyTorch: `nn.EmbeddingBag`, whose mode is the mean by default as well.)
public struct EmbeddingBag: Layer {
  /// How the rows of a bag become one.
  public enum Mode: Sendable, Equatable, CaseIterable {
    case sum, mean, max
  }

  /// Shape `[count, width]`.
  public let weight: Variable
  public let mode: Mode
  /// The id that stands for nothing: it counts neither in the sum nor in the mean.
  public let paddingIndex: Int?

  /// - Parameters:
  ///   - count: how many ids there are, 0 to `count` − 1, the padding index among them.
  ///   - width: how many numbers describe one id.
  ///   - paddingIndex: its row starts at 0 and gets no gradient.
  public init(
    count: Int, width: Int, mode: Mode = .mean, paddingIndex: Int? = nil,
    initializer: Initializer = .normal(standardDeviation: 0.01),
    using random: inout RandomGenerator
  ) {
    let settings = Settings("EmbeddingBag")
    settings.atLeastOne(count, "count")
    settings.atLeastOne(width, "width")
    let table = Embedding(
      count: count, width: width, paddingIndex: paddingIndex, initializer: initializer,
      using: &random)
    self.init(weight: table.weight, mode: mode, paddingIndex: paddingIndex)
  }

  /// A layer with the given weight, which may be another layer's.
  public init(weight: Variable, mode: Mode = .mean, paddingIndex: Int? = nil) {
    let table = Embedding(weight: weight, paddingIndex: paddingIndex)
    self.weight = table.weight
    self.mode = mode
    self.paddingIndex = paddingIndex
  }

  /// A row for each bag of equally many ids, `[batch, length]`: gives `[batch, width]`.
  public func callAsFunction(_ ids: Indices) -> Variable {
    guard ids.shape.count == 2 else {
      stop(
        "EmbeddingBag",
        "needs ids [batch, length], the shape is \(ids.shape); for one row of ids give offsets")
    }
    let length = ids.shape[1]
    return reduced(Bags(ids, count: ids.shape[0], except: paddingIndex) { Int32($0 / length) })
  }

  /// A row for each bag, which begins at its offset in one row of ids and ends before the next one's:
  /// of ids `[5, 1, 2]` and offsets `[0, 2]`, the bags 5, 1 and 2. Gives `[offsets, width]`.
  public func callAsFunction(_ ids: Indices, offsets: Indices) -> Variable {
    let starts = offsets.values.map(Int.init)
    let isRising = zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
    guard ids.shape.count == 1, offsets.shape.count == 1, starts.first ?? 0 == 0, isRising,
      starts.last ?? 0 <= ids.count, !(starts.isEmpty && ids.count > 0)
    else {
      stop(
        "EmbeddingBag",
        "the offsets \(offsets) are no beginnings of bags in \(ids.count) ids; they begin with 0 and "
          + "do not fall")
    }
    var bag = -1
    return reduced(
      Bags(ids, count: starts.count, except: paddingIndex) { position in
        while bag + 1 < starts.count, starts[bag + 1] <= position { bag += 1 }
        return Int32(bag)
      })
  }

  private func reduced(_ bags: Bags) -> Variable {
    let rows = weight.gather(rows: Indices(bags.ids))
    switch mode {
    case .sum: return rows.sumOfSegments(Indices(bags.owners), count: bags.count)
    case .mean:
      return rows.sumOfSegments(Indices(bags.owners), count: bags.count) / bags.lengths(atLeast: 1)
    case .max: return bags.largest(of: rows)
    }
  }
}

/// Ids without padding, and the bag that each belongs to.
private struct Bags {
  private(set) var ids: [Int32] = []
  private(set) var owners: [Int32] = []
  let count: Int

  /// - Parameter owner: of the id at a position; asked in order.
  init(_ all: Indices, count: Int, except padding: Int?, owner: (Int) -> Int32) {
    self.count = count
    for (position, id) in all.values.enumerated() {
      let bag = owner(position)
      if let padding, id == Int32(padding) { continue }
      ids.append(id)
      owners.append(bag)
    }
  }

  private var lengths: [Int] {
    var lengths = [Int](repeating: 0, count: count)
    for owner in owners { lengths[Int(owner)] += 1 }
    return lengths
  }

  /// `[bags, 1]`.
  func lengths(atLeast least: Int) -> Tensor {
    Tensor(shape: [count, 1], scalars: lengths.map { Float(max($0, least)) })
  }

  /// The largest elements of each bag's rows; zeros where there are none.
  func largest(of rows: Variable) -> Variable {
    let lengths = lengths
    let (longest, width) = (lengths.max() ?? 0, rows.value.shape[1])
    if longest == 0 { return Variable(.zeros([count, width]), requiresGradient: false) }
    // Short bags are filled up with a row that never wins.
    var places = [Int32](repeating: Int32(ids.count), count: count * longest)
    var filled = [Int](repeating: 0, count: count)
    for (position, owner) in owners.enumerated() {
      places[Int(owner) * longest + filled[Int(owner)]] = Int32(position)
      filled[Int(owner)] += 1
    }
    let loser = Variable(.full([1, width], -.infinity), requiresGradient: false)
    let largest = Variable.concatenate([rows, loser])
      .gather(rows: Indices(shape: [count, longest], values: places)).max(axis: 1)
    let isEmpty = Tensor(shape: [count, 1], scalars: lengths.map { $0 == 0 ? 1 : 0 })
    return .where(isEmpty, Variable(Tensor(0), requiresGradient: false), largest)
  }
}
