// The same products and lookups as the tensors', recorded.
extension Variable {
  /// The matrix product; see ``Tensor/matmul(_:transposeLeft:transposeRight:)``.
  public func matmul(
    _ right: Variable, transposeLeft: Bool = false, transposeRight: Bool = false
  ) -> Variable {
    let (a, b) = (value, right.value)
    let wanted = (requiresGradient, right.requiresGradient)
    let product = a.matmul(b, transposeLeft: transposeLeft, transposeRight: transposeRight)
    return .recorded(product, from: [self, right]) { upstream in
      // With A and B as they enter the product: dA = dC Bᵀ, dB = Aᵀ dC, transposed where the
      // operand was.
      let left = { () -> Tensor in
        transposeLeft
          ? b.matmul(upstream, transposeLeft: transposeRight, transposeRight: true)
          : upstream.matmul(b, transposeRight: !transposeRight)
      }
      let right = { () -> Tensor in
        transposeRight
          ? upstream.matmul(a, transposeLeft: true, transposeRight: transposeLeft)
          : a.matmul(upstream, transposeLeft: !transposeLeft)
      }
      return [wanted.0 ? .dense(left()) : nil, wanted.1 ? .dense(right()) : nil]
    }
  }

  /// The matrix product with a constant on the right.
  public func matmul(
    _ right: Tensor, transposeLeft: Bool = false, transposeRight: Bool = false
  ) -> Variable {
    matmul(
      Variable(right, requiresGradient: false), transposeLeft: transposeLeft,
      transposeRight: transposeRight)
  }

  /// The inner product of each row with the same row of `other`; see ``Tensor/dotRows(_:)``.
  public func dotRows(_ other: Variable) -> Variable {
    let (a, b) = (value, other.value)
    return .recorded(a.dotRows(b), from: [self, other]) { upstream in
      let column = upstream.reshape(upstream.shape + [1])
      return [.dense(column * b), .dense(column * a)]
    }
  }

  /// The rows that `indices` name; a row that is named several times gets the sum of its
  /// gradients.
  public func gather(rows indices: Indices) -> Variable {
    let shape = value.shape
    return .recorded(value.gather(rows: indices), from: [self]) { upstream in
      [RowGradient(shape: shape, indices: indices, rows: upstream).contribution]
    }
  }
}

extension Tensor {
  /// The matrix product with a variable on the right.
  public func matmul(
    _ right: Variable, transposeLeft: Bool = false, transposeRight: Bool = false
  ) -> Variable {
    Variable(self, requiresGradient: false).matmul(
      right, transposeLeft: transposeLeft, transposeRight: transposeRight)
  }
}
