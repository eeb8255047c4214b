import Testing

@testable import Engine

/// Norms, similarities and the largest elements against PyTorch's.
@Suite struct NormTests {
  struct Figures: Decodable {
    struct Similarities: Decodable {
      var left, right, cosines, norms, columnNorms: ReferenceTensor
      var norm: Float
    }
    struct Top: Decodable {
      var rows, largest, smallest: ReferenceTensor
      var largestAt, smallestAt: [Int32]
    }
    var similarities: Similarities
    var top: Top
  }

  private let figures: Figures

  init() throws { figures = try ReferenceFile.read("linear_algebra", as: Figures.self) }

  @Test func norms() {
    let (rows, figure) = (figures.similarities.left.tensor, figures.similarities)
    #expect(largestError(rows.norm(), Tensor(figure.norm)) <= 1e-6)
    #expect(largestError(rows.norm(axis: 1), figure.norms.tensor) <= 1e-6)
    #expect(largestError(rows.norm(axis: 0), figure.columnNorms.tensor) <= 1e-6)
    #expect(rows.norm(axis: -1, keepDimension: true).shape == [5, 1])
    #expect(Tensor.zeros([2, 0]).norm(axis: 1) == [0, 0])
  }

  @Test(
    "norms of numbers whose squares overflow or vanish",
    arguments: [0x1p-143, 0x1p-128, 1e-30, 1e-20, 1, 1e15, 1e20, 1e38] as [Float])
  func extremes(unit: Float) {
    // A 3-4-5 triangle, to the precision of the numbers themselves.
    let row = Tensor([0.3 * unit, 0, 0.4 * unit])
    let expected = [row[0], row[2]].map { Double($0) * Double($0) }.reduce(0, +).squareRoot()
    let precision = unit < 1e-37 ? 0.1 : 3e-7
    for norm in [row.norm().item, row.reshape([1, 3]).norm(axis: 1)[0]] {
      #expect((Double(norm) / expected - 1).magnitude < precision, "\(unit): \(norm)")
    }
  }

  @Test func extremesBesideOthers() {
    let rows: Tensor = [[3e20, 4e20], [3e-30, 4e-30], [3, 4], [0, 0]]
    let norms = rows.norm(axis: 1)
    #expect(largestRelativeError(norms, [5e20, 5e-30, 5, 0], floor: 1e-38) < 1e-6)
    #expect(rows.transposed.norm(axis: 0) == norms)
    #expect(rows.norm(axis: 1, keepDimension: true).shape == [4, 1])
    #expect(rows[row: 2].norm().item == norms[2])
    let odd = Tensor(shape: [2, 2], scalars: [.infinity, 1, .nan, 1e30])
    #expect(odd.norm(axis: 1)[0] == .infinity)
    #expect(odd.norm(axis: 1)[1].isNaN)
    #expect(Tensor([1, .infinity]).norm().item == .infinity)
    #expect(Tensor([.nan, .infinity]).norm().item.isNaN)
    let cosines = Tensor([[3e20, 4e20]]).cosineSimilarity(to: [[4e-6, 3e-6]])
    #expect((cosines.item - 0.96).magnitude < 1e-6)
  }

  @Test func cosineSimilarity() {
    let figure = figures.similarities
    let (left, right) = (figure.left.tensor, figure.right.tensor)
    let cosines = left.cosineSimilarity(to: right)
    #expect(largestError(cosines, figure.cosines.tensor) <= 1e-6)
    #expect(largestError(left[row: 1].cosineSimilarity(to: right), cosines[row: 1]) <= 1e-6)
    #expect(left[row: 0].cosineSimilarity(to: left[row: 0]).shape == [])
    #expect(cosines[2, 0] == 0)
    #expect(left.cosineSimilarity(to: left).max().item <= 1)
  }

  @Test func topK() {
    let figure = figures.top
    let (values, indices) = figure.rows.tensor.topK(3)
    #expect(values == figure.largest.tensor)
    #expect(indices == Indices(shape: [4, 3], values: figure.largestAt))
    let smallest = figure.rows.tensor.topK(3, largest: false)
    #expect(smallest.values == figure.smallest.tensor)
    #expect(smallest.indices == Indices(shape: [4, 3], values: figure.smallestAt))
  }

  @Test func topOfEqualsAndNaN() {
    #expect(Tensor([1, 2, 2, 1]).topK(3).indices.values == [1, 2, 0])
    #expect(Tensor([2, 1, 2, 1]).topK(3, largest: false).indices.values == [1, 3, 0])
    #expect(Tensor([1, .nan, 2]).topK(3).indices.values == [1, 2, 0])
    #expect(Tensor([.nan, 2, 1]).topK(3, largest: false).indices.values == [2, 1, 0])
    let ends = Tensor([
      0, -.infinity, -0.0, .infinity, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
    ])
    #expect(ends.topK(6).indices.values == [3, 4, 0, 2, 5, 1])
    #expect(ends.topK(6, largest: false).indices.values == [1, 5, 0, 2, 4, 3])
    #expect(Tensor([1, 2]).topK(0).values.shape == [0])
    #expect(Tensor.zeros([0, 2]).topK(1).values.shape == [0, 1])
  }
}
