/// A random order that is made piece by piece, for more items than an order of all of them would
/// fit the memory with, and for files, which are read fastest in long pieces.
///
/// The items lie in blocks of equal length, the last of which may be shorter. The order of the
/// blocks is shuffled; so many of them at a time make a window, whose items are shuffled. Each item
/// occurs once. The order follows from the generator alone, whatever places are asked for; where
/// one window holds all items it is that of ``RandomGenerator/permutation(_:)``.
///
/// Items that lie in a row of the data set stay nearer to each other than in a random order of all:
/// a batch sees the items of at most `blocksInWindow` blocks. (WebDataset's shard lists and
/// `tf.data`'s `shuffle(buffer_size)` have the same limit.)
public struct BlockOrder: ItemOrder {
  private let count: Int
  private let blockLength: Int, blocksInWindow: Int
  /// Shuffled.
  private let blocks: [Int]
  /// The place of each window's first item, and the count.
  private let starts: [Int]
  private let random: RandomGenerator
  /// The window that was last asked for.
  private var window: (number: Int, positions: [Int])

  /// - Parameters:
  ///   - count: how many items there are.
  ///   - blockLength: how many items lie in a block, 1 or more.
  ///   - blocksInWindow: how many blocks are mixed with each other, 1 or more.
  ///   - random: what the order follows from.
  public init(count: Int, blockLength: Int, blocksInWindow: Int, using random: RandomGenerator) {
    if count < 0 { stop("BlockOrder", "there are no \(count) items to put into order") }
    Hyperparameters.requireCount("BlockOrder", "blockLength", blockLength)
    Hyperparameters.requireCount("BlockOrder", "blocksInWindow", blocksInWindow)
    self.count = count
    self.blockLength = blockLength
    self.blocksInWindow = blocksInWindow
    self.random = random
    var ofBlocks = random.split("blocks")
    let blocks = ofBlocks.permutation((count + blockLength - 1) / blockLength)
    var starts = [0]
    for first in stride(from: 0, to: blocks.count, by: blocksInWindow) {
      let inWindow = blocks[first..<min(first + blocksInWindow, blocks.count)]
      starts.append(
        inWindow.reduce(starts.last!) { $0 + min(blockLength, count - $1 * blockLength) })
    }
    (self.blocks, self.starts) = (blocks, starts)
    window = (-1, [])
  }

  public mutating func positions(at places: Range<Int>) -> [Int] {
    if places.lowerBound < 0 || places.upperBound > count {
      stop("BlockOrder", "there are no places \(places): there are \(count) items")
    }
    var positions: [Int] = []
    positions.reserveCapacity(places.count)
    while positions.count < places.count {
      let place = places.lowerBound + positions.count
      let number = windowNumber(of: place)
      if window.number != number { window = (number, shuffledWindow(number)) }
      let end = min(places.upperBound, starts[number + 1])
      positions += window.positions[place - starts[number]..<end - starts[number]]
    }
    return positions
  }

  /// All windows are equally long but for the one with the short block and the last.
  private func windowNumber(of place: Int) -> Int {
    var number = min(place / (blockLength * blocksInWindow), starts.count - 2)
    while place >= starts[number + 1] { number += 1 }
    return number
  }

  private func shuffledWindow(_ number: Int) -> [Int] {
    var random = random
    if starts.count == 2 { return random.permutation(count) }
    let first = number * blocksInWindow
    var positions: [Int] = []
    positions.reserveCapacity(starts[number + 1] - starts[number])
    for block in blocks[first..<min(first + blocksInWindow, blocks.count)] {
      positions += block * blockLength..<min((block + 1) * blockLength, count)
    }
    var ofWindow = random.split("windows").split(number)
    ofWindow.shuffle(&positions)
    return positions
  }
}
