import Testing

@testable import Engine

/// Mistakes in shapes and indices stop the program and say what is wrong.
@Suite struct MistakeTests {
  struct Mistake: CustomTestStringConvertible, Sendable {
    /// What the message must contain.
    let testDescription: String
    let make: @Sendable () -> Void

    init(_ message: String, _ make: @escaping @Sendable () -> Void) {
      testDescription = message
      self.make = make
    }
  }

  private static let matrix: Tensor = [[1, 2, 3], [4, 5, 6]]

  static let mistakes: [Mistake] = [
    Mistake("matmul: inner dimensions differ: [3, 4] × [5, 2]") {
      _ = Tensor.zeros([3, 4]).matmul(.zeros([5, 2]))
    },
    Mistake("matmul: inner dimensions differ: [3, 4]ᵀ × [4, 2]") {
      _ = Variable(.zeros([3, 4])).matmul(Variable(.zeros([4, 2])), transposeLeft: true)
    },
    Mistake("matmul: needs two matrices, got shapes [3] and [2, 3]") {
      _ = Tensor([1, 2, 3]).matmul(matrix)
    },
    Mistake("+: shapes do not fit: [2, 3] and [2]") { _ = matrix + [1, 2] },
    Mistake("where: shapes do not fit: [2, 3], [2] and [2]") {
      _ = Tensor.where(matrix, [1, 2], [1, 2])
    },
    Mistake("Tensor: 3 scalars do not fill the shape [2, 2]") {
      _ = Tensor(shape: [2, 2], scalars: [1, 2, 3])
    },
    Mistake("gather(rows:) from [2, 3]: index 2 at position 1 is out of range 0..<2") {
      _ = matrix.gather(rows: [0, 2])
    },
    Mistake("gather(rows:) from [2, 3]: index -1 at position 0 is out of range 0..<2") {
      _ = Variable(matrix).gather(rows: [-1])
    },
    Mistake("oneHot: index 3 at position 0 is out of range 0..<3") {
      _ = Tensor.oneHot([3], classes: 3)
    },
    Mistake("sum: the shape [2, 3] has no axis 2") { _ = matrix.sum(axis: 2) },
    Mistake("max: axis 0 of the shape [0, 3] is empty") { _ = Tensor.zeros([0, 3]).max(axis: 0) },
    Mistake("reshape: [2, 3] does not fit [4, 2]") { _ = matrix.reshape([4, 2]) },
    Mistake("reshape: [2, 3] does not fit [4, 1]") { _ = matrix.reshape([4, -1]) },
    Mistake("slice: 1..<4 is out of range for axis 1 of the shape [2, 3]") {
      _ = matrix.slice(axis: 1, 1..<4)
    },
    Mistake("concatenate: shapes differ beyond axis 0: [2, 3] and [1, 2]") {
      _ = Tensor.concatenate([matrix, [[1, 2]]])
    },
    Mistake("item: needs a tensor of one element, this has shape [2, 3]") { _ = matrix.item },
    Mistake("subscript: index 5 is out of range for axis 1 of the shape [2, 3]") {
      _ = matrix[0, 5]
    },
    Mistake("dotRows: shapes differ: [2, 3] and [3]") { _ = matrix.dotRows([1, 2, 3]) },
    Mistake("sum: an axis of the shape [2, 3] occurs twice in [0, -2]") {
      _ = Variable(matrix).sum(axes: [0, -2])
    },
    Mistake("variance: the shape [2, 3] has no axis 2") { _ = matrix.variance(axis: 2) },
    Mistake("max: axis 0 of the shape [0, 3] is empty") {
      _ = Variable(.zeros([0, 3])).max(axes: [0, 1])
    },
    Mistake("stack: shapes differ: [2, 3] and [3]") { _ = Tensor.stack([matrix, [1, 2, 3]]) },
    Mistake("stack: there are no variables") { _ = Variable.stack([]) },
    Mistake("where: shapes do not fit: [2, 3], [] and [2]") {
      _ = Variable.where(matrix, Variable(Tensor(0)), Variable([1, 2]))
    },
    Mistake("batchedMatmul: needs [batch, rows, inner] and [batch, inner, columns], got [2, 3]") {
      _ = matrix.batchedMatmul(matrix)
    },
    Mistake("batchedMatmul: inner dimensions differ: [2, 3, 4]ᵀ × [2, 4, 1]") {
      _ = Tensor.zeros([2, 3, 4]).batchedMatmul(.zeros([2, 4, 1]), transposeLeft: true)
    },
    Mistake("topK: 4 of 3 elements asked for; the shape is [2, 3]") { _ = matrix.topK(4) },
    Mistake("cosineSimilarity: rows do not fit: [2, 3] and [2]") {
      _ = matrix.cosineSimilarity(to: [1, 2])
    },
    Mistake("symmetricEigen: the shape [2, 3] is not square") { _ = matrix.symmetricEigen() },
    Mistake("symmetricEigen: the matrix of shape [2, 2] is not symmetric: [1, 0] is 3.0, [0, 1]") {
      _ = Tensor([[1, 2], [3, 4]]).symmetricEigen()
    },
    Mistake("singularValueDecomposition: element [1, 0] of the shape [2, 2] is nan") {
      _ = Tensor(shape: [2, 2], scalars: [1, 2, .nan, 4]).singularValueDecomposition()
    },
    Mistake("principalComponents(count: 3): the shape [2, 3] has 1 to 2") {
      _ = matrix.principalComponents(count: 3)
    },
    Mistake("principalComponents(count: 1): needs two rows or more, the shape is [1, 3]") {
      _ = matrix.rows(0..<1).principalComponents(count: 1)
    },
    Mistake("dropout: the rate 1.5 is not in 0...1") { _ = Dropout(rate: 1.5) },
    Mistake("convolve2d: shapes do not fit: images [1, 2, 4, 4] and weight [3, 1, 2, 2]") {
      _ = Variable(.zeros([1, 2, 4, 4])).convolve2d(Variable(.zeros([3, 1, 2, 2])))
    },
    Mistake("convolve2d: a window of 5 × 5 does not fit into [1, 1, 4, 4]") {
      _ = Variable(.zeros([1, 1, 4, 4])).convolve2d(Variable(.zeros([3, 1, 5, 5])))
    },
    Mistake("maxPool2d: needs [count, channels, height, width], the shape is [2, 3]") {
      _ = MaxPool2d(size: 2)(Variable(matrix))
    },
    Mistake("maxPool2d: the padding (2, 2) is more than half of the window (2, 2)") {
      _ = Variable(.zeros([1, 1, 4, 4])).maxPool2d(size: (2, 2), padding: (2, 2))
    },
    Mistake("Embedding: the padding index 2 is no row of the weight [2, 3]") {
      _ = Embedding(weight: Variable(matrix), paddingIndex: 2)
    },
    Mistake("Linear: an input of shape [2, 3] does not fit a weight of shape [4, 2]") {
      _ = Linear(weight: Variable(.zeros([4, 2])), bias: nil)(Variable(matrix))
    },
    Mistake("Conv2d: weight [2, 3] and bias nil do not fit") {
      _ = Conv2d(weight: Variable(matrix), bias: nil)
    },
    Mistake("backward: needs a single number, such as a loss; the shape is [2, 3]") {
      Variable(matrix).backward()
    },
    Mistake("backward: nothing was recorded") { Variable(Tensor(1)).sum().backward() },
    Mistake("backward: an earlier backward() released this computation") {
      let loss = gradients { Variable([1]).sum() }
      loss.backward()
      loss.backward()
    },
    Mistake("backward: an earlier backward() released this computation") {
      let middle = gradients { Variable([1]) * 2 }
      gradients { middle.sum() }.backward()
      gradients { middle.sum() }.backward()
    },
  ]

  private static let all =
    mistakes + gradientMistakes + tensorMistakes + axisMistakes + rangeMistakes

  @Test(arguments: all.indices) func stopsWithAMessage(index: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] in
      MistakeTests.all[index].make()
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains(Self.all[index].testDescription))
  }
}
