import Testing

@testable import Engine

/// The contract of sums and products, checked element by element against plain Swift.
@Suite struct ExactChainTests {
  /// Operands from subnormal to nearly infinite, where an inexact multiply-add would show.
  @Test(arguments: [1, 2, 3, 7, 16, 300, 600]) func productIsOneChain(inner: Int) {
    let a = Samples.wild(5 * inner, stream: 30).reshape([5, inner]).clip(-1e15...1e15)
    let b = Samples.wild(inner * 4, stream: 31).reshape([inner, 4]).clip(-1e15...1e15)
    let product = a.matmul(b)
    for row in 0..<5 {
      for column in 0..<4 {
        var sum: Float = 0
        for k in 0..<inner { sum.addProduct(a[row, k], b[k, column]) }
        #expect(
          product[row, column].bitPattern == sum.bitPattern
            || (sum.isNaN && product[row, column].isNaN))
      }
    }
  }

  /// Transposed and not, within a tile and beyond it, in one run over the inner index and several.
  @Test(arguments: [[1, 0, 3], [5, 7, 33], [12, 40, 32], [13, 400, 70], [200, 900, 600]])
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

  @Test(arguments: [0, 1, 15, 16, 17, 40, 100]) func sumHasSixteenLanesAndATree(count: Int) {
    let x = Samples.normal([count], stream: 32, scale: 1000)
    var lanes = [Float](repeating: 0, count: 16)
    for (index, value) in x.scalars.enumerated() { lanes[index % 16] += value }
    for half in [8, 4, 2, 1] {
      for lane in 0..<half { lanes[lane] += lanes[lane + half] }
    }
    #expect(x.sum().item == lanes[0])
    // The same order along any axis.
    #expect(x.reshape([count, 1]).sum(axis: 0).item == lanes[0])
    let columns = x.reshape([count, 1]).broadcast(to: [count, 21])
    #expect(columns.sum(axis: 0).scalars == [Float](repeating: lanes[0], count: 21))
  }
}
