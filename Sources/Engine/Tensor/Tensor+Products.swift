import CKernels

extension Tensor {
  /// The matrix product: `[rows, inner]` and `[inner, columns]` give `[rows, columns]`.
  ///
  /// Each element is the sum of chains of 384 fused multiply-adds over the inner axis. The order is
  /// fixed by the shapes alone, and the rounding error hardly grows with the inner axis.
  ///
  /// - Parameters:
  ///   - transposeLeft: takes the left operand, `[inner, rows]`, as if transposed.
  ///   - transposeRight: takes the right operand, `[columns, inner]`, as if transposed.
  public func matmul(
    _ right: Tensor, transposeLeft: Bool = false, transposeRight: Bool = false
  ) -> Tensor {
    matmul(right, transposeLeft: transposeLeft, transposeRight: transposeRight, bias: nil)
  }

  /// The matrix product, and `bias`, of shape `[columns]`, added to each row.
  func matmul(
    _ right: Tensor, transposeLeft: Bool = false, transposeRight: Bool, bias: Tensor?
  ) -> Tensor {
    if rank != 2 || right.rank != 2 {
      stop("matmul", "needs two matrices, got shapes \(shape) and \(right.shape)")
    }
    let left = MatrixView(shape, transposed: transposeLeft)
    let other = MatrixView(right.shape, transposed: transposeRight)
    if left.columns != other.rows {
      let marks = (transposeLeft ? "ᵀ" : "", transposeRight ? "ᵀ" : "")
      stop(
        "matmul", "inner dimensions differ: \(shape)\(marks.0) × \(right.shape)\(marks.1)")
    }
    if let bias, bias.shape != [other.columns] {
      stop("matmul", "a bias of shape \(bias.shape) does not fit \(other.columns) columns")
    }
    return Tensor(shape: [left.rows, other.columns], from: self, right) {
      leftScalars, rightScalars, memory in
      func multiply(_ bias: UnsafePointer<Float>?) {
        lectern_matmul(
          leftScalars, left.rowStride, left.columnStride, rightScalars, other.rowStride,
          other.columnStride, bias, memory, left.rows, other.columns, left.columns)
      }
      if let bias { bias.withUnsafeScalars { multiply($0.baseAddress) } } else { multiply(nil) }
    }
  }

  /// The inner product of each row with the same row of another tensor: two of shape
  /// `[…, width]` give `[…]`. The same as `(self * other).sum(axis: -1)`, with less rounding.
  public func dotRows(_ other: Tensor) -> Tensor {
    if shape != other.shape { stop("dotRows", "shapes differ: \(shape) and \(other.shape)") }
    let (rows, width) = rowsAndWidth("dotRows")
    return Tensor(shape: Array(shape.dropLast()), from: self, other) { left, right, memory in
      lectern_dot_rows(left, right, memory, rows, width)
    }
  }

  /// The rows that `indices` name: of `[rows, …]`, a tensor of shape `indices.shape + […]`.
  public func gather(rows indices: Indices) -> Tensor {
    if rank == 0 { stop("gather", "a single number has no rows") }
    indices.check(below: shape[0], for: "gather(rows:) from \(shape)")
    let rest = Array(shape.dropFirst())
    return Tensor(shape: indices.shape + rest, from: self) { scalars, memory in
      lectern_gather(scalars, indices.values, memory, indices.count, Tensor.count(of: rest))
    }
  }

  /// Adds each of `rows` to the row of this tensor that its index names; what several add to one row
  /// accumulates.
  mutating func scatterAdd(_ rows: Tensor, at indices: Indices) {
    let (height, width) = (shape[0], Tensor.count(of: shape.dropFirst()))
    withUnsafeMutableScalars { scalars in
      rows.withUnsafeScalars { rows in
        lectern_scatter_add(
          scalars.baseAddress, height, indices.values, rows.baseAddress, indices.count, width)
      }
    }
  }
}

/// A matrix in memory, or its transpose.
private struct MatrixView {
  let rows: Int, columns: Int
  let rowStride: Int, columnStride: Int

  init(_ shape: [Int], transposed: Bool) {
    (rows, columns) = transposed ? (shape[1], shape[0]) : (shape[0], shape[1])
    (rowStride, columnStride) = transposed ? (1, shape[1]) : (shape[1], 1)
  }
}
