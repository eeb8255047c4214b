extension Variable {
  /// Rows times a transposed matrix, plus a constant row: `[…, inputs]` and a weight
  /// `[outputs, inputs]` give `[…, outputs]`; see ``Linear``.
  ///
  /// The same to the last bit as the product and the sum one after the other, without the memory
  /// of what lies between.
  public func affine(_ weight: Variable, bias: Variable?) -> Variable {
    let (input, matrix) = (value, weight.value)
    guard matrix.rank == 2, let inputs = input.shape.last, inputs == matrix.shape[1],
      bias.map({ $0.value.shape == [matrix.shape[0]] }) ?? true
    else {
      stop(
        "Linear",
        "an input of shape \(input.shape) does not fit a weight of shape \(matrix.shape)"
          + (bias.map { " and a bias of shape \($0.value.shape)" } ?? ""))
    }
    let rows = input.reshape([Tensor.count(of: input.shape.dropLast()), inputs])
    let product = rows.matmul(matrix, transposeRight: true, bias: bias?.value)
    let result = product.reshape(Array(input.shape.dropLast()) + [matrix.shape[0]])
    let wanted = (input: requiresGradient, weight: weight.requiresGradient)
    return .recorded(result, from: [self, weight] + (bias.map { [$0] } ?? [])) { upstream in
      let upstream = upstream.reshape([rows.shape[0], matrix.shape[0]])
      let inputGradient =
        wanted.input ? Contribution.dense(upstream.matmul(matrix).reshape(input.shape)) : nil
      let weightGradient =
        wanted.weight ? Contribution.dense(upstream.matmul(rows, transposeLeft: true)) : nil
      return [inputGradient, weightGradient, .dense(upstream.sum(axis: 0))]
    }
  }
}
