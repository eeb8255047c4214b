import Testing

@testable import Engine

/// What else people look for in a tensor, by hand.
@Suite struct TensorToolsTests {
  private let matrix: Tensor = [[3, 1, 2], [6, 5, 4]]

  @Test func fromNumbersOfSwift() {
    #expect(Tensor([1, 2, 3] as [Int]) == [1, 2, 3] && Tensor([0.5, 1] as [Double]) == [0.5, 1])
    #expect(Tensor([[1, 2], [3, 4]] as [[Int]]) == [[1, 2], [3, 4]])
    #expect(Tensor([[[1, 2]], [[3, 4]]] as [[[Float]]]) == [[[1, 2]], [[3, 4]]])
    #expect(Tensor(0..<3) == [0, 1, 2] && Tensor(1...3) == [1, 2, 3])
    #expect(Tensor.range(from: 0, to: 1, by: 0.25) == [0, 0.25, 0.5, 0.75])
    #expect(Tensor.range(from: 1, to: -1, by: -1) == [1, 0])
    #expect(Tensor.range(from: 1, to: 0, by: 1).count == 0)
    #expect(Tensor.linspace(from: -1, through: 1, count: 5) == [-1, -0.5, 0, 0.5, 1])
    #expect(Tensor.linspace(from: 2, through: 9, count: 1) == [2])
    #expect(Tensor.linspace(from: 0, through: 0.3, count: 4)[3] == 0.3)
    #expect(Tensor.identity(2) == [[1, 0], [0, 1]] && Tensor.identity(0).shape == [0, 0])
  }

  @Test func operators() {
    var x: Tensor = [2, 4]
    x *= [3, 1]
    x /= [2, 2]
    x -= [1, 1]
    x += 1
    x /= 4
    x *= 2
    x -= 1
    #expect(x == [0.5, 0])
    #expect(
      (matrix .> 3) == [[0, 0, 0], [1, 1, 1]] && (3 .>= matrix) == [[1, 1, 1], [0, 0, 0]])
    #expect((matrix .== 5) == [[0, 0, 0], [0, 1, 0]] && (matrix .!= 5).sum().item == 5)
    let variable = Variable(matrix)
    #expect((variable .< 2) == [[0, 1, 0], [0, 0, 0]] && (variable .>= matrix).all())
  }

  @Test func order() {
    #expect(matrix.sorted() == [[1, 2, 3], [4, 5, 6]])
    #expect(matrix.sorted(axis: 0, descending: true) == [[6, 5, 4], [3, 1, 2]])
    #expect(matrix.argsort() == Indices(shape: [2, 3], values: [1, 2, 0, 2, 1, 0]))
    #expect(matrix.argsort(axis: 0) == Indices(shape: [2, 3], values: [0, 0, 0, 1, 1, 1]))
    let ties = Tensor([2, .nan, 1, 2, -0.0, 0, -.infinity])
    #expect(ties.argsort() == [6, 4, 5, 2, 0, 3, 1])
    #expect(ties.argsort(descending: true) == [1, 0, 3, 2, 4, 5, 6])
    #expect(matrix.argmin(axis: 1) == [1, 2] && matrix.argmin(axis: 0) == [0, 0, 0])
    #expect(Tensor([[1, .nan, 0]]).argmin(axis: 1) == [1])
    #expect(matrix.median(axis: 1) == [2, 5] && matrix.median().item == 3)
    #expect(matrix.median(axis: 0, keepDimension: true) == [[3, 1, 2]])
    #expect(Tensor([1, .nan]).median().item.isNaN)
  }

  @Test func accumulation() {
    #expect(matrix.cumulativeSum(axis: 1) == [[3, 4, 6], [6, 11, 15]])
    #expect(matrix.cumulativeProduct(axis: 0) == [[3, 1, 2], [18, 5, 8]])
    #expect(matrix.product().item == 720 && matrix.product(axis: -1) == [6, 120])
    #expect(Tensor.zeros([0]).product().item == 1)
    #expect(Tensor.zeros([0, 2]).product(axis: 0) == [1, 1])
    // In single precision the small ones would be lost.
    #expect(Tensor.full([1_000_001], 0.1).cumulativeSum(axis: 0)[999_999] == 100_000)
    #expect(Tensor([0, -.infinity]).logSumExp().item == 0)
    #expect(Tensor([-.infinity, -.infinity]).logSumExp().item == -.infinity)
    #expect(Tensor([1000, 1000]).logSumExp().item == 1000.69314718)
    #expect(Tensor([.infinity, 1]).logSumExp().item == .infinity)
    #expect(Tensor([1, 2, 3, 4]).standardDeviation().item == Float(5.0 / 3).squareRoot())
  }

  @Test func shapes() {
    #expect(matrix.unsqueeze(axis: 1).shape == [2, 1, 3])
    #expect(matrix.unsqueeze(axis: -1).shape == [2, 3, 1])
    #expect(Tensor.zeros([1, 2, 1]).squeeze().shape == [2])
    #expect(Tensor.zeros([1, 2, 1]).squeeze(axis: -1).shape == [1, 2])
    #expect(Tensor([1, 2]).tile([2]) == [1, 2, 1, 2])
    #expect(Tensor([1, 2]).tile([2, 1]) == [[1, 2], [1, 2]])
    #expect(Tensor([[1], [2]]).tile([1, 2]) == [[1, 1], [2, 2]])
    #expect(matrix.tile([0, 1]).shape == [0, 3])
    #expect(Tensor([1, 2]).pad([(1, 2)], with: 9) == [9, 1, 2, 9, 9])
    #expect(Tensor([[1]]).pad([(0, 1), (1, 0)]) == [[0, 1], [0, 0]])
    #expect(Tensor.ones([2, 3]).lowerTriangle() == [[1, 0, 0], [1, 1, 0]])
    #expect(Tensor.ones([2, 3]).upperTriangle(diagonal: 1) == [[0, 1, 1], [0, 0, 1]])
    #expect(matrix.flip(axis: 1) == [[2, 1, 3], [4, 5, 6]] && matrix.flip(axis: 0)[0, 0] == 6)
    #expect(matrix.split([1, 2], axis: 1) == [[[3], [6]], [[1, 2], [5, 4]]])
    #expect(matrix.split(into: 3, axis: -1).map { $0.shape } == [[2, 1], [2, 1], [2, 1]])
    #expect(Tensor([1, 2]).outer([3, 4, 5]) == [[3, 4, 5], [6, 8, 10]])
    #expect(Tensor([1, 2]).dot([3, 4]).item == 11)
    #expect(matrix.gather(axis: 1, Indices(shape: [2, 1], values: [2, 0])) == [[2], [6]])
  }

  @Test func tests() {
    let odd = Tensor([1, .nan, .infinity, 0])
    #expect(odd.isNaN == [0, 1, 0, 0] && odd.isFinite == [1, 0, 0, 1])
    #expect(odd.any() && !odd.all() && Tensor.zeros([0]).all() && !Tensor.zeros([3]).any())
    #expect(Tensor([[0, 1], [0, 0]]).any(axis: 1) == [1, 0])
    #expect(Tensor([[0, 1], [2, 3]]).all(axis: 0) == [0, 1])
    #expect(matrix.elements(where: matrix .> 2) == [3, 6, 5, 4])
    #expect(Tensor([[0, 5], [7, 0]]).nonzero() == Indices(shape: [2, 2], values: [0, 1, 1, 0]))
    #expect(Tensor([1, .infinity]).isClose(to: Tensor([1.000001, .infinity])))
    #expect(!Tensor([.nan]).isClose(to: Tensor([.nan])))
    #expect(!Tensor([1]).isClose(to: Tensor([.infinity])))
    #expect(!Tensor([1]).isClose(to: Tensor([1.001])) && !Tensor([1]).isClose(to: [[1]]))
  }

  @Test func variables() {
    let x = Variable(matrix)
    #expect(x.shape == [2, 3] && x.rank == 2 && x.count == 6 && Variable(Tensor(4)).item == 4)
    let loss = recording { (x.detach() * x).sum() }
    loss.backward()
    #expect(x.gradient == matrix && !x.detach().requiresGradient)
  }

  @Test("The branch that was not taken still gives 0 · infinity, as in PyTorch; the way out")
  func whereWithInfiniteSlopes() {
    let x = Variable([4, 0, -1])
    let isPositive = x .> 0
    recording { Variable.where(isPositive, x.sqrt(), Variable(Tensor(0))).sum() }.backward()
    #expect(x.gradient![0] == 0.25 && x.gradient!.isNaN == [0, 1, 1])
    x.gradient = nil
    recording { () -> Variable in
      let safe = Variable.where(isPositive, x, Variable(Tensor(1)))
      return Variable.where(isPositive, safe.sqrt(), Variable(Tensor(0))).sum()
    }.backward()
    #expect(x.gradient == [0.25, 0, 0])
  }
}
