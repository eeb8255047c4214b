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
      ([100_000_000, 0.7, -0.6931], "[1.0000e+08, 7.0000e-01, -6.9310e-01]"),
      ([3e38, 1], "[3.0000e+38, 1.0000e+00]"),
      ([0.00001, 1], "[1.0000e-05, 1.0000e+00]"),
      ([0.0001, 1], "[0.0001, 1.0000]"),
      ([0.00012, 0.00014, 1], "[1.2000e-04, 1.4000e-04, 1.0000e+00]"),
      ([123456.7, 0.57], "[1.2346e+05, 5.7000e-01]"),
      ([1e10, 0], "[1.0000e+10, 0.0000e+00]"),
      ([2e9, 1], "[2000000000, 1]"),
      (Tensor([3e38, .nan, -.infinity]), "[3.0000e+38, NaN, -inf]"),
      (Tensor([.nan, .infinity]), "[NaN, inf]"),
      (Tensor([-0.0, 0.5]), "[0.0, 0.5]"),
      (Tensor(.leastNonzeroMagnitude), "1.401e-45"),
      (Tensor(.greatestFiniteMagnitude), "3.4028e+38"),
      ([[0.00001, 1], [-2, 0]], "[[ 1.0000e-05,  1.0000e+00],\n [-2.0000e+00,  0.0000e+00]]"),
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
