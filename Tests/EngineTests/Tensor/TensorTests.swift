import Display
import Testing

@testable import Engine

@Suite struct TensorTests {
  private let matrix: Tensor = [[1, 2, 3], [4, 5, 6]]

  @Test func elementsAreChangedInPlace() {
    var row: Tensor = [1, 2, 3], matrix: Tensor = [[1, 2], [3, 4]]
    row[1] += 0.5
    matrix[1, 0] *= 2
    matrix[0, 0..<2] += 1
    #expect(row == [1, 2.5, 3])
    #expect(matrix == [[2, 3], [6, 4]])
  }

  @Test func literals() {
    #expect(matrix == Tensor(shape: [2, 3], scalars: [1, 2, 3, 4, 5, 6]))
    #expect(matrix == Tensor([[1, 2, 3], [4, 5, 6]] as [[Float]]))
    let row: Tensor = [1, 2.5]
    #expect(row.shape == [2] && row.scalars == [1, 2.5])
    let number = Tensor(3)
    #expect(number.shape == [] && number.item == 3)
    let block: Tensor = [[[1], [2]], [[3], [4]]]
    #expect(block.shape == [2, 2, 1])
  }

  @Test func copiesAreIndependent() {
    var copy = matrix
    copy.withUnsafeMutableScalars { $0[0] = 9 }
    #expect(copy[0, 0] == 9 && matrix[0, 0] == 1)
  }

  @Test func subscripts() {
    #expect(matrix[1, 2] == 6)
    #expect(matrix[row: 1] == [4, 5, 6])
    #expect(matrix.rows(1..<2) == [[4, 5, 6]])
    #expect(matrix.rows(0..<0).shape == [0, 3])
    #expect(matrix[row: 0][2] == 3)
  }

  @Test(arguments: [
    ([2, 3], [3], [2, 3]), ([2, 3], [2, 1], [2, 3]), ([2, 1], [1, 3], [2, 3]), ([], [4], [4]),
    ([3], [2, 1, 1], [2, 1, 3]), ([1], [], [1]), ([0, 3], [1, 3], [0, 3]),
    ([5, 1, 2], [4, 1], [5, 4, 2]),
    ([1], [0], [0]),
  ])
  func broadcasting(left: [Int], right: [Int], expected: [Int]) {
    #expect(Broadcasting.shape(left, right) == expected)
    #expect(Broadcasting.shape(right, left) == expected)
    let (a, b) = (Samples.normal(left, stream: 40), Samples.normal(right, stream: 41))
    let difference = a - b
    #expect(difference.shape == expected)
    #expect(difference == a.broadcast(to: expected) - b.broadcast(to: expected))
    #expect(difference.scalars == Oracle.broadcast(a, b, to: expected, -))
  }

  @Test(arguments: [([2], [3]), ([2, 3], [2]), ([4, 1, 2], [3, 3])])
  func shapesThatDoNotFit(left: [Int], right: [Int]) {
    #expect(Broadcasting.shape(left, right) == nil)
  }

  @Test func operators() {
    #expect(matrix + [10, 20, 30] == [[11, 22, 33], [14, 25, 36]])
    #expect(matrix - 1 == [[0, 1, 2], [3, 4, 5]])
    #expect(6 / matrix == [[6, 3, 2], [1.5, 1.2, 1]])
    #expect(-matrix == matrix * -1)
    var sum = matrix
    sum += matrix
    #expect(sum == matrix * 2)
    #expect((matrix .> Tensor(2)) == [[0, 0, 1], [1, 1, 1]])
    #expect(Tensor.where(matrix .>= Tensor(3), matrix, Tensor(0)) == [[0, 0, 3], [4, 5, 6]])
    #expect(Tensor.maximum(matrix, [[2], [5]]) == [[2, 2, 3], [5, 5, 6]])
  }

  @Test func functions() {
    let x: Tensor = [-2, -0.5, 0, 0.5, 2]
    #expect(x.abs() == [2, 0.5, 0, 0.5, 2])
    #expect(x.relu() == [0, 0, 0, 0.5, 2])
    #expect(x.clip(-1...1) == [-1, -0.5, 0, 0.5, 1])
    #expect(Tensor([4, 9]).sqrt() == [2, 3])
    #expect(x.sigmoid(in: 1...5).scalars[2] == 3)
  }

  @Test func reductions() {
    #expect(matrix.sum().item == 21)
    #expect(matrix.sum(axis: 0) == [5, 7, 9])
    #expect(matrix.sum(axis: -1, keepDimension: true) == [[6], [15]])
    #expect(matrix.mean().item == 3.5)
    #expect(matrix.mean(axis: 1) == [2, 5])
    #expect(matrix.max().item == 6 && matrix.min().item == 1)
    #expect(matrix.max(axis: 1) == [3, 6])
    #expect(matrix.argmax(axis: 1) == [2, 2])
    #expect((-matrix).argmax(axis: 0) == [0, 0, 0])
    #expect(matrix.sum(to: [1, 3]) == [[5, 7, 9]])
    #expect(matrix.sum(to: [2, 1]) == [[6], [15]])
    let block = Samples.normal([3, 4, 5], stream: 42)
    #expect(block.sum(axis: 1).shape == [3, 5])
    #expect(block.sum(axis: 1)[row: 2] == block[row: 2].sum(axis: 0))
  }

  @Test func shapes() {
    #expect(matrix.reshape([3, 2]) == [[1, 2], [3, 4], [5, 6]])
    #expect(matrix.reshape([-1]).shape == [6])
    #expect(matrix.transposed == [[1, 4], [2, 5], [3, 6]])
    #expect(matrix.slice(axis: 1, 1..<3) == [[2, 3], [5, 6]])
    #expect(Tensor.concatenate([matrix, [[7, 8, 9]]]) == [[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    #expect(Tensor.concatenate([matrix, [[7], [8]]], axis: 1) == [[1, 2, 3, 7], [4, 5, 6, 8]])
    let block = Samples.normal([2, 3, 4], stream: 43)
    let turned = block.transpose([2, 0, 1])
    #expect(turned.shape == [4, 2, 3])
    #expect(turned[row: 3][1, 2] == block[row: 1][2, 3])
  }

  @Test func products() {
    #expect(matrix.matmul(matrix, transposeRight: true) == [[14, 32], [32, 77]])
    #expect(matrix.matmul([[1], [0], [-1]]) == [[-2], [-2]])
    #expect(matrix.dotRows(matrix) == [14, 77])
  }

  @Test func batchedProducts() {
    let (a, b) = (Samples.normal([3, 2, 5], stream: 45), Samples.normal([3, 5, 4], stream: 46))
    let product = a.batchedMatmul(b)
    #expect(product.shape == [3, 2, 4])
    for item in 0..<3 { #expect(product[row: item] == a[row: item].matmul(b[row: item])) }
    #expect(Tensor.zeros([0, 2, 5]).batchedMatmul(.zeros([0, 5, 4])).shape == [0, 2, 4])
  }

  @Test func reductionsOverSeveralAxes() {
    let block = Samples.normal([2, 3, 4], stream: 47)
    #expect(block.sum(axes: [0, -1]) == block.sum(axis: 2).sum(axis: 0))
    #expect(block.max(axes: [2, 1], keepDimension: true).shape == [2, 1, 1])
    #expect(
      block.max(axes: [0, 1, 2]) == block.max() && block.min(axes: [0, 1, 2]) == block.min())
    #expect(block.sum(axes: []) == block)
    #expect(matrix.mean(axes: [0, 1]).item == 3.5)
    #expect(matrix.variance().item == 3.5)
    #expect(matrix.variance(axis: 1) == [1, 1])
    #expect(matrix.variance(axis: 0, unbiased: false, keepDimension: true) == [[2.25, 2.25, 2.25]])
    #expect(Tensor([7]).variance().item.isNaN && Tensor([7]).variance(unbiased: false).item == 0)
    #expect(Tensor.zeros([0]).mean().item.isNaN)
  }

  @Test func stacks() {
    let (a, b): (Tensor, Tensor) = ([1, 2], [3, 4])
    #expect(Tensor.stack([a, b]) == [[1, 2], [3, 4]])
    #expect(Tensor.stack([a, b], axis: 1) == [[1, 3], [2, 4]])
    #expect(Tensor.stack([a, b], axis: -1) == [[1, 3], [2, 4]])
    #expect(Tensor.stack([Tensor(1), Tensor(2)]) == [1, 2])
  }

  @Test func lookups() {
    #expect(matrix.gather(rows: [1, 0, 1]) == [[4, 5, 6], [1, 2, 3], [4, 5, 6]])
    #expect(Tensor([5, 6, 7]).gather(rows: [2, 2]) == [7, 7])
    let square = Indices(shape: [2, 1], values: [1, 0])
    #expect(matrix.gather(rows: square).shape == [2, 1, 3])
    #expect(Tensor.oneHot([2, 0], classes: 3) == [[0, 0, 1], [1, 0, 0]])
    var sums = Tensor.zeros([2, 3])
    sums.scatterAdd([[1, 1, 1], [2, 2, 2]], at: [1, 1])
    #expect(sums == [[0, 0, 0], [3, 3, 3]])
  }

  @Test func softmax() {
    let x: Tensor = [[0, 0], [1000, 0], [-1000, -1000]]
    #expect(x.softmax() == [[0.5, 0.5], [1, 0], [0.5, 0.5]])
    let y = Samples.normal([7, 19], stream: 44)
    let difference = (y.logSoftmax().exp() - y.softmax()).abs().max().item
    #expect(difference < 1e-6)
    #expect((y.softmax().sum(axis: 1) - 1).abs().max().item < 1e-6)
  }

  @Test func randomFill() {
    var random = RandomGenerator(seed: 9)
    var same = RandomGenerator(seed: 9)
    let x = Tensor.uniform([3, 4], in: -1..<1, using: &random)
    #expect(x.scalars == (0..<12).map { _ in same.uniform(in: -1..<1) })
    var y = Tensor.zeros([5])
    y.fill(normal: 3, standardDeviation: 0.5, using: &random)
    #expect(y.scalars == (0..<5).map { _ in same.normal(mean: 3, standardDeviation: 0.5) })
  }
}

/// Slow and plain ways to the same results.
enum Oracle {
  static func broadcast(
    _ a: Tensor, _ b: Tensor, to shape: [Int], _ operation: (Float, Float) -> Float
  ) -> [Float] {
    (0..<Tensor.count(of: shape)).map { position in
      operation(element(a, at: position, of: shape), element(b, at: position, of: shape))
    }
  }

  private static func element(_ tensor: Tensor, at position: Int, of shape: [Int]) -> Float {
    var (rest, offset, step) = (position, 0, 1)
    for fromEnd in stride(from: 1, through: shape.count, by: 1) {
      let length = shape[shape.count - fromEnd]
      let index = rest % length
      rest /= length
      guard fromEnd <= tensor.rank else { continue }
      let own = tensor.shape[tensor.rank - fromEnd]
      if own != 1 { offset += index * step }
      step *= own
    }
    return tensor.scalars[offset]
  }
}
