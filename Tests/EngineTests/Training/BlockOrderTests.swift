import Engine
import Testing

struct BlockOrderTests {
  private static func order(
    _ count: Int, block: Int = 10, window: Int = 3, seed: UInt64 = 1
  ) -> BlockOrder {
    BlockOrder(
      count: count, blockLength: block, blocksInWindow: window,
      using: RandomGenerator(seed: seed))
  }

  @Test("Each item occurs once", arguments: [0, 1, 9, 10, 11, 30, 31, 89, 90, 91, 97, 605])
  func permutation(count: Int) {
    var order = Self.order(count)
    #expect(order.positions(at: 0..<count).sorted() == Array(0..<count))
  }

  @Test("The order is the same however it is asked for, and differs from seed to seed")
  func pieces() {
    var whole = Self.order(97), byPiece = Self.order(97), other = Self.order(97, seed: 2)
    let all = whole.positions(at: 0..<97)
    let pieces = [90..<97, 0..<7, 7..<64, 64..<90].map { ($0, byPiece.positions(at: $0)) }
    for (range, positions) in pieces { #expect(positions == Array(all[range])) }
    #expect(other.positions(at: 0..<97) != all)
  }

  @Test("A window holds whole blocks, mixed with each other and in no order")
  func windows() {
    var order = Self.order(900)
    let all = order.positions(at: 0..<900)
    let windows = (0..<30).map { Array(all[$0 * 30..<($0 + 1) * 30]) }
    for window in windows {
      let blocks = Set(window.map { $0 / 10 })
      #expect(blocks.count == 3)
      #expect(Set(window[..<10].map { $0 / 10 }).count > 1)
      #expect(window != window.sorted())
    }
    #expect(windows.map { $0.min()! } != windows.map { $0.min()! }.sorted())
    // No two windows are shuffled alike.
    #expect(Set(windows.map { window in window.map { $0 % 10 } }).count == 30)
  }

  @Test("One window is the order of data in memory") func oneWindow() {
    var random = RandomGenerator(seed: 1)
    var order = Self.order(29)
    #expect(order.positions(at: 0..<29) == random.permutation(29))
  }

  @Test("The trainer looks at the items in the data set's own order, each once an epoch")
  func trainer() throws {
    final class InBlocks: Dataset {
      let count = 50
      var asked: [[Int]] = []
      func batch(at positions: [Int]) -> Batch<Tensor, Tensor> {
        asked.append(positions)
        let values = Tensor(positions.map { Float($0) / 50 })
        return Batch(input: values, targets: values)
      }
      func order(using random: RandomGenerator) -> any ItemOrder {
        BlockOrder(count: count, blockLength: 5, blocksInWindow: 2, using: random)
      }
    }
    let items = InBlocks()
    let trainer = Trainer(
      model: Line(), training: items, loss: .meanSquaredError, optimizer: SGD(), batchSize: 10,
      random: RandomGenerator(seed: 1))
    try trainer.fit(epochs: 2)
    let epochs = [items.asked[..<5].flatMap { $0 }, items.asked[5...].flatMap { $0 }]
    for epoch in epochs { #expect(epoch.sorted() == Array(0..<50)) }
    for batch in items.asked { #expect(Set(batch.map { $0 / 5 }).count == 2) }
    #expect(epochs[0] != epochs[1])
  }
}
