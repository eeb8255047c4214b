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
