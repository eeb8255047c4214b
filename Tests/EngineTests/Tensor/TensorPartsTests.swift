import Testing

@testable import Engine

/// Parts of tensors by subscript, read and written.
@Suite struct TensorPartsTests {
  private let cube = Tensor.range(24).reshape([2, 3, 4])

  @Test func elementsOfAnyRank() {
    var (row, matrix, cube): (Tensor, Tensor, Tensor) = ([1, 2, 3], [[1, 2], [3, 4]], cube)
    row[0] = 5
    row[2] += 1
    matrix[1, 0] = 7
    #expect(row == [5, 2, 4] && matrix == [[1, 2], [7, 4]])
    #expect(cube[1, 2, 3] == 23 && cube[0, 1, 0] == 4)
    cube[1, 0, 2] = -1
    #expect(cube[1, 0, 2] == -1 && self.cube[1, 0, 2] == 14)
  }

  @Test func ranges() {
    let matrix: Tensor = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
    #expect(matrix[0..<2] == [[1, 2, 3], [4, 5, 6]])
    #expect(matrix[1...2] == matrix[1...] && matrix[..<2] == matrix[...1])
    #expect(matrix[0, 1..<3] == [2, 3] && matrix[0..., 1] == [2, 5, 8])
    #expect(matrix[1..., ...0] == [[4], [7]] && matrix[2..<2].shape == [0, 3])
    #expect(cube[1, 0..<2, 3] == [15, 19] && cube[0...0, 1].shape == [1, 4])
    let row: Tensor = matrix[1]
    #expect(row == [4, 5, 6])
    #expect(Tensor([1, 2, 3, 4])[1..<3] == [2, 3])
  }

  @Test func assignedParts() {
    var matrix = Tensor.zeros([3, 3])
    matrix[0, 1..<3] = [7, 8]
    matrix[1...] = [[1], [2]]
    matrix[row: 2] = Tensor(5)
    #expect(matrix == [[0, 7, 8], [1, 1, 1], [5, 5, 5]])
    matrix[0..., 0] *= 2
    #expect(matrix == [[0, 7, 8], [2, 1, 1], [10, 5, 5]])
    var cube = cube
    cube[0..., 1, 2...] = Tensor.zeros([2, 2])
    #expect(cube.sum().item == 276 - (6 + 7 + 18 + 19))
  }

  @Test func gradientsOfParts() {
    let x = Variable(cube)
    recording { (x[1, 0..<2, 3] * [1, 2]).sum() }.backward()
    var expected = Tensor.zeros([2, 3, 4])
    expected[1, 0, 3] = 1
    expected[1, 1, 3] = 2
    #expect(x.gradient == expected)
  }
}
