import Display
import Testing

@testable import Engine

@Suite struct TensorTextTests {
  @Test(
    arguments: [
      (Tensor(2.142), "2.142"),
      ([1, 2, 3], "[1, 2, 3]"),
      ([1.5, 2.25], "[1.50, 2.25]"),
      ([[1, -2], [30, 4]], "[[ 1, -2],\n [30,  4]]"),
      ([[0.1, 1], [2, 0.333333]], "[[0.1000, 1.0000],\n [2.0000, 0.3333]]"),
      (Tensor([.nan, .infinity, 1]), "[NaN, inf, 1]"),
      (Tensor.range(20), "[0, 1, 2, …, 17, 18, 19]"),
      ([[[1, 2]], [[3, 4]]], "[[[1, 2]],\n\n [[3, 4]]]"),
      (Tensor.zeros([0]), "[]"),
      (Tensor.zeros([2, 0]), "[[],\n []]"),
      ([12345.678, 0.5], "[12345.68, 0.50]"),
      ([0.00001234, 0.0056], "[0.00001234, 0.005600]"),
      ([-0.00001], "[-0.00001000]"),
      ([3e9], "[3000000000]"),
    ] as [(Tensor, String)])
  func text(tensor: Tensor, expected: String) {
    #expect(tensor.description == expected)
    #expect(tensor.representations.plain == expected)
  }

  @Test func longMatricesShowTheirEnds() {
    let text = Tensor.range(400).reshape([20, 20]).description
    #expect(text.split(separator: "\n").count == 7)
    #expect(text.hasPrefix("[[  0,   1,   2, …,  17,  18,  19],\n"))
    #expect(text.hasSuffix("\n [380, 381, 382, …, 397, 398, 399]]"))
  }

  @Test func indices() {
    #expect(Indices([3, 1]).description == "[3, 1]")
    #expect(Indices(shape: [2, 2], values: [1, 20, 3, 4]).description == "[[ 1, 20],\n [ 3,  4]]")
  }
}
