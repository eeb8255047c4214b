import Testing

@testable import Engine

/// The contract of sums and products, checked element by element against plain Swift.
@Suite struct ExactChainTests {
  /// Operands from subnormal to nearly infinite, where an inexact multiply-add would show.
  @Test(arguments: [1, 2, 3, 7, 16, 300, 384, 385, 600, 6144, 6145, 13_000, 30_000])
  func productIsASumOfChains(inner: Int) {
    checkProduct(
      Samples.wild(5 * inner, stream: 30).reshape([5, inner]).clip(-1e15...1e15),
      Samples.wild(inner * 4, stream: 31).reshape([inner, 4]).clip(-1e15...1e15))
  }

  /// Operands of like size, where another order of the sums would show: none is so large that the
  /// others vanish beside it.
  @Test(arguments: [600, 6144, 6145, 12_288, 12_289, 13_000, 18_433, 30_000])
  func longProductsAreCutInOneOrder(inner: Int) {
    checkProduct(
      Samples.normal([5, inner], stream: 38), Samples.normal([inner, 4], stream: 39))
  }

  private func checkProduct(_ a: Tensor, _ b: Tensor) {
    let inner = a.shape[1], product = a.matmul(b)
    let left = a.scalars, right = b.transposed.scalars
    for row in 0..<5 {
      for column in 0..<4 {
        let sum = Self.product(
          left[row * inner..<(row + 1) * inner], right[column * inner..<(column + 1) * inner])
        #expect(
          product[row, column].bitPattern == sum.bitPattern
            || (sum.isNaN && product[row, column].isNaN))
      }
    }
  }

  /// Chains of 384, of which up to 16 are added in order; longer sums are cut in two.
  private static func product(_ a: ArraySlice<Float>, _ b: ArraySlice<Float>) -> Float {
    let most = 16 * 384
    if a.count > most {
      var left = most
      while 2 * left < a.count { left *= 2 }
      return product(a.prefix(left), b.prefix(left))
        + product(a.dropFirst(left), b.dropFirst(left))
    }
    var sum: Float = -0.0
    for begin in stride(from: 0, to: a.count, by: 384) {
      var chain: Float = 0
      for (x, y) in zip(a.dropFirst(begin).prefix(384), b.dropFirst(begin).prefix(384)) {
        chain.addProduct(x, y)
      }
      sum += chain
    }
    return sum
  }

  /// Transposed and not, within a tile and beyond it, in one run over the inner index and several.
  @Test(arguments: [
    [1, 0, 3], [5, 7, 33], [12, 40, 32], [13, 400, 70], [200, 900, 600], [3, 6500, 40],
  ])
  func biasIsAddedToTheChain(sizes: [Int]) {
    let (rows, inner, columns) = (sizes[0], sizes[1], sizes[2])
    let a = Samples.normal([rows, inner], stream: 33)
    let b = Samples.normal([inner, columns], stream: 34)
    let bias = Samples.normal([columns], stream: 35)
    let expected = (a.matmul(b) + bias).bits
    let (turnedA, turnedB) = (a.transposed, b.transposed)
    for turnsA in [false, true] {
      for turnsB in [false, true] {
        let result = (turnsA ? turnedA : a).matmul(
          turnsB ? turnedB : b, transposeLeft: turnsA, transposeRight: turnsB, bias: bias)
        #expect(result.bits == expected)
      }
    }
  }

  /// Around the lengths of lanes, of blocks, of the four that enter a tree together, of segments.
  static let lengths = [
    0, 1, 15, 16, 17, 40, 100, 511, 512, 513, 1000, 1024, 1500, 2047, 2048, 2049, 5000, 32_768,
    32_769, 33_300, 70_001, 200_000,
  ]

  @Test(arguments: lengths) func sumIsATreeOfBlocks(count: Int) {
    let x = Samples.normal([count], stream: 32, scale: 1000)
    let sum = Self.tree(x.scalars[...], block: Self.sumOfBlock)
    #expect(x.sum().item == sum)
    // The same order along any axis.
    #expect(x.reshape([count, 1]).sum(axis: 0).item == sum)
    #expect(Tensor.stack([x, x]).sum(axis: 1).scalars == [sum, sum])
    let columns = x.reshape([count, 1]).broadcast(to: [count, 21])
    #expect(columns.sum(axis: 0).scalars == [Float](repeating: sum, count: 21))
    if count < 6000 {
      let many = x.reshape([count, 1]).broadcast(to: [count, 133])
      #expect(many.sum(axis: 0).scalars == [Float](repeating: sum, count: 133))
      #expect(Tensor.stack([columns, columns]).sum(axis: 1)[1, 20] == sum)
    }
  }

  @Test(arguments: lengths) func productOfRowsIsATreeOfBlocks(count: Int) {
    let (x, y) = (Samples.normal([count], stream: 36), Samples.normal([count], stream: 37))
    let pairs = Array(zip(x.scalars, y.scalars))
    let sum = Self.tree(pairs[...]) { block in
      var lanes = [Float](repeating: 0, count: 16)
      for (index, pair) in block.enumerated() { lanes[index % 16].addProduct(pair.0, pair.1) }
      return Self.meet(lanes)
    }
    #expect(x.dotRows(y).item == sum)
  }

  private static func sumOfBlock(_ block: ArraySlice<Float>) -> Float {
    var lanes = [Float](repeating: 0, count: 16)
    for (index, value) in block.enumerated() { lanes[index % 16] += value }
    return meet(lanes)
  }

  private static func meet(_ lanes: [Float]) -> Float {
    var lanes = lanes
    for half in [8, 4, 2, 1] {
      for lane in 0..<half { lanes[lane] += lanes[lane + half] }
    }
    return lanes[0]
  }

  /// Results of blocks of 512 meet in pairs, those in pairs; the odd one out waits for the others.
  private static func tree<Element>(
    _ elements: ArraySlice<Element>, block: (ArraySlice<Element>) -> Float
  ) -> Float {
    if elements.count <= 512 { return block(elements) }
    var half = 512
    while 2 * half < elements.count { half *= 2 }
    return tree(elements.prefix(half), block: block)
      + tree(elements.dropFirst(half), block: block)
  }
}
