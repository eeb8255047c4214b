import Engine

extension Benchmark {
  /// Matrix products of the shapes that the lessons' models have. The right operand is a linear
  /// layer's weight, `[columns, inner]`.
  static let gemm = Benchmark(name: "gemm", what: "matrix products") { _ in
    let shapes = [
      (2048, 2048, 2048), (512, 1320, 1024), (5120, 120, 2048), (5120, 2048, 120),
      (5120, 120, 360),
    ]
    return shapes.map { rows, inner, columns in
      var random = RandomGenerator(seed: 1)
      let left = Tensor.normal([rows, inner], using: &random)
      let right = Tensor.normal([columns, inner], using: &random)
      return Workload(
        name: "\(rows) × \(inner) × \(columns)", amount: 2 * Double(rows * inner * columns),
        unit: "GFLOP/s", runs: 25, warmUps: 3
      ) {
        _ = left.matmul(right, transposeRight: true)
      }
    }
  }
}
