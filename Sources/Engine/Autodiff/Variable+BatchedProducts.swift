extension Variable {
  /// A matrix product for each item of a batch; see
  /// ``Tensor/batchedMatmul(_:transposeLeft:transposeRight:)``.
  public func batchedMatmul(
    _ right: Variable, transposeLeft: Bool = false, transposeRight: Bool = false
  ) -> Variable {
    let (a, b) = (value, right.value)
    let product = a.batchedMatmul(b, transposeLeft: transposeLeft, transposeRight: transposeRight)
    return .recorded(product, from: [self, right]) { upstream in
      // As for one product; see matmul.
      let left =
        transposeLeft
        ? b.batchedMatmul(upstream, transposeLeft: transposeRight, transposeRight: true)
        : upstream.batchedMatmul(b, transposeRight: !transposeRight)
      let right =
        transposeRight
        ? upstream.batchedMatmul(a, transposeLeft: true, transposeRight: transposeLeft)
        : a.batchedMatmul(upstream, transposeLeft: !transposeLeft)
      return [.dense(left), .dense(right)]
    }
  }
}
