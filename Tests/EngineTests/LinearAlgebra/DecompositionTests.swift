import Testing

@testable import Engine

/// Decompositions against NumPy's in double precision.
@Suite struct DecompositionTests {
  struct Figures: Decodable {
    struct Eigen: Decodable { var matrix, values, vectors: ReferenceTensor }
    struct Singular: Decodable { var matrix, left, values, right: ReferenceTensor }
    struct Principal: Decodable {
      var points, mean, components, variance, ratio, coordinates: ReferenceTensor
    }
    var eigen: [Eigen]
    var singular: [Singular]
    var principal: [Principal]
  }

  private let figures: Figures

  init() throws { figures = try ReferenceFile.read("linear_algebra", as: Figures.self) }

  @Test func symmetricEigen() {
    for figure in figures.eigen {
      let found = figure.matrix.tensor.symmetricEigen()
      #expect(largestError(found.values, figure.values.tensor) <= 1e-6)
      #expect(largestError(found.vectors, figure.vectors.tensor) <= 1e-6)
    }
  }

  @Test func singularValues() {
    for figure in figures.singular {
      let matrix = figure.matrix.tensor
      let found = matrix.singularValueDecomposition()
      let (size, known) = (found.values.count, figure.values.tensor.count)
      #expect(size == matrix.shape.min())
      #expect(found.left.shape == [matrix.shape[0], size])
      #expect(found.right.shape == [matrix.shape[1], size])
      #expect(largestError(found.values.rows(0..<known), figure.values.tensor) <= 1e-6)
      #expect(found.values.rows(known..<size).scalars.allSatisfy { $0 == 0 })
      let left = found.left.slice(axis: 1, 0..<known)
      #expect(largestError(left, figure.left.tensor) <= 1e-6)
      let right = found.right.slice(axis: 1, 0..<known)
      #expect(largestError(right, figure.right.tensor) <= 1e-6)
      let product = (found.left * found.values).matmul(found.right, transposeRight: true)
      #expect(largestError(product, matrix) <= 1e-5)
    }
  }

  @Test func principalComponents() {
    for figure in figures.principal {
      let points = figure.points.tensor
      let found = points.principalComponents(count: figure.variance.tensor.count)
      #expect(largestError(found.mean, figure.mean.tensor) <= 1e-6)
      #expect(largestError(found.components, figure.components.tensor) <= 1e-6)
      #expect(largestError(found.explainedVariance, figure.variance.tensor) <= 1e-6)
      #expect(largestError(found.explainedVarianceRatio, figure.ratio.tensor) <= 1e-6)
      #expect(largestError(found.project(points), figure.coordinates.tensor) <= 1e-5)
    }
  }

  @Test func matricesWithoutVariance() {
    let zeros = Tensor.zeros([3, 2])
    #expect(zeros.singularValueDecomposition().values == [0, 0])
    #expect(zeros.principalComponents(count: 1).explainedVarianceRatio == [0])
    #expect(
      Tensor.zeros([2, 3]).principalComponents(count: 2).components == [[1, 0, 0], [0, 1, 0]])
    #expect(zeros.singularValueDecomposition().left == [[1, 0], [0, 1], [0, 0]])
    #expect(Tensor.zeros([2, 2]).symmetricEigen().vectors == [[1, 0], [0, 1]])
    #expect(Tensor.zeros([0, 0]).symmetricEigen().values.count == 0)
    #expect(Tensor.zeros([0, 3]).singularValueDecomposition().left.shape == [0, 0])
  }

  private func isOrthonormal(columns: Tensor) -> Bool {
    columns.matmul(columns, transposeLeft: true)
      .isClose(to: .identity(columns.shape[1]), absolute: 1e-6)
  }

  @Test("Directions without variance are unit vectors, orthogonal to the others")
  func principalComponentsWithoutVariance() {
    let two: Tensor = [[1, 2, 3, 4, 5], [2, 1, 0, 5, 9]]
    let found = two.principalComponents(count: 2)
    #expect(isOrthonormal(columns: found.components.transposed))
    #expect(found.explainedVariance[1] == 0 && found.explainedVarianceRatio == [1, 0])
    // The difference of the rows is (1, -1, -3, 1, 4), of length √28.
    #expect(
      found.components[row: 0].isClose(
        to: Tensor([1, -1, -3, 1, 4]) / Float(28).squareRoot(), absolute: 1e-6))
    let tables: [Tensor] = [
      [[1, 1, 1], [1, 1, 1]], [[1, 2], [2, 4], [3, 6]],
      [[0, 0, 1, 0], [0, 0, 3, 0], [0, 0, 7, 0]],
      [[1, 0], [0, 1], [-1, 0], [0, -1]], .ones([4, 4]), .identity(3), .full([5, 9], 1e15),
      [[1e-20, 0, 0], [0, 0, 0]],
    ]
    for table in tables {
      let count = table.shape.min()!
      let components = table.principalComponents(count: count).components
      #expect(isOrthonormal(columns: components.transposed), "\(table)")
      #expect(components == table.principalComponents(count: count).components)
      let parts = table.singularValueDecomposition()
      #expect(isOrthonormal(columns: parts.left) && isOrthonormal(columns: parts.right), "\(table)")
      let square = table.matmul(table, transposeLeft: true)
      #expect(isOrthonormal(columns: square.symmetricEigen().vectors), "\(table)")
    }
  }

  @Test("Of elements that are equal but for rounding the first decides the sign")
  func signs() {
    var matrix = DoubleMatrix(rows: 2, columns: 2)
    matrix[0, 0] = -0.7071067811865475
    matrix[1, 0] = 0.7071067811865476
    matrix[0, 1] = 0.1
    matrix[1, 1] = -0.2
    #expect(matrix.signs == [-1, -1])
  }

  @Test func equalEigenvaluesKeepTheirOrder() {
    let found = Tensor([[2, 0, 0], [0, 3, 0], [0, 0, 2]]).symmetricEigen()
    #expect(found.values == [3, 2, 2])
    #expect(found.vectors == [[0, 1, 0], [1, 0, 0], [0, 0, 1]])
  }
}
