/// In which order an epoch looks at the items of a data set.
public protocol ItemOrder {
  /// Which items are at some places of the order, 0 to `count` − 1.
  mutating func positions(at places: Range<Int>) -> [Int]
}

/// All items in one random order, which is held in memory: 8 bytes an item.
struct WholeOrder: ItemOrder {
  let all: [Int]

  func positions(at places: Range<Int>) -> [Int] { Array(all[places]) }
}

extension Dataset {
  public func order(using random: RandomGenerator) -> any ItemOrder {
    var random = random
    return WholeOrder(all: random.permutation(count))
  }
}
