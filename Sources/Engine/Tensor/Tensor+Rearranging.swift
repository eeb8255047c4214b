extension Tensor {
  /// Without an axis, which must have length 1.
  public func squeeze(axis: Int) -> Tensor {
    let axis = resolve(axis, "squeeze")
    if shape[axis] != 1 {
      stop("squeeze", "axis \(axis) of the shape \(shape) has length \(shape[axis]), not 1")
    }
    return reshape(AxisView(shape, axis).shape(ofLength: nil))
  }

  /// Without the axes of length 1.
  public func squeeze() -> Tensor { reshape(shape.filter { $0 != 1 }) }

  /// With a new axis of length 1: of `[rows]`, axis 0 gives `[1, rows]`, axis 1 or -1 `[rows, 1]`.
  public func unsqueeze(axis: Int) -> Tensor {
    let resolved = axis < 0 ? axis + rank + 1 : axis
    if resolved < 0 || resolved > rank {
      stop("unsqueeze", "\(axis) is no place for an axis in the shape \(shape)")
    }
    var shape = shape
    shape.insert(1, at: resolved)
    return reshape(shape)
  }

  /// Copies side by side: `[2, 3]` tiled by `[1, 2]` gives `[2, 6]`. As many counts as there are
  /// axes, or more, for new axes in front. NumPy and PyTorch: `tile`.
  public func tile(_ counts: [Int]) -> Tensor {
    let interleaved = tiling(counts)
    return reshape(interleaved.from).broadcast(to: interleaved.to).reshape(interleaved.result)
  }

  /// The shapes on the way: each axis behind a new one that is repeated.
  func tiling(_ counts: [Int]) -> (from: [Int], to: [Int], result: [Int]) {
    if counts.count < rank || counts.contains(where: { $0 < 0 }) {
      stop("tile", "\(counts) is no count of 0 or more for each axis of the shape \(shape)")
    }
    let lengths = [Int](repeating: 1, count: counts.count - rank) + shape
    let pairs = Array(zip(counts, lengths))
    let result = pairs.map { count, length in
      let product = count.multipliedReportingOverflow(by: length)
      if product.overflow { Tensor.stopWithoutMemory(for: counts + lengths) }
      return product.partialValue
    }
    return (pairs.flatMap { [1, $1] }, pairs.flatMap { [$0, $1] }, result)
  }

  /// With `value` around it: for each axis how much before and after.
  public func pad(_ widths: [(before: Int, after: Int)], with value: Float = 0) -> Tensor {
    let (padded, region) = padding(widths)
    var result = Tensor.full(padded, value)
    result.setPart(region, to: self)
    return result
  }

  /// The padded shape, and where in it this tensor is.
  func padding(_ widths: [(before: Int, after: Int)]) -> (shape: [Int], region: TensorRegion) {
    let most = Int(Int32.max)
    guard widths.count == rank,
      widths.allSatisfy({ (0...most).contains($0.before) && (0...most).contains($0.after) })
    else { stop("pad", "\(widths) is no width of 0 or more for each axis of the shape \(shape)") }
    let padded = zip(shape, widths).map { $0 + $1.before + $1.after }
    let ranges = zip(shape, widths).map { $1.before..<$1.before + $0 }
    return (padded, TensorRegion(ranges, in: padded))
  }

  /// Matrices with zeros above the diagonal; `diagonal` 1 keeps one more, -1 one less. PyTorch:
  /// `tril`. Works on the last two axes.
  public func lowerTriangle(diagonal: Int = 0) -> Tensor {
    triangle("lowerTriangle") { row, column in column - row <= diagonal }
  }

  /// Matrices with zeros below the diagonal; `diagonal` 1 leaves one more out. PyTorch: `triu`.
  public func upperTriangle(diagonal: Int = 0) -> Tensor {
    triangle("upperTriangle") { row, column in column - row >= diagonal }
  }

  private func triangle(_ operation: String, _ keeps: (Int, Int) -> Bool) -> Tensor {
    if rank < 2 { stop(operation, "needs a matrix, the shape is \(shape)") }
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    return Tensor(shape: shape, from: self) { scalars, memory in
      for position in 0..<count {
        let (row, column) = (position / columns % rows, position % columns)
        memory[position] = keeps(row, column) ? scalars[position] : 0
      }
    }
  }

  /// The elements along an axis in reverse.
  public func flip(axis: Int) -> Tensor {
    let axis = resolve(axis, "flip")
    return mapLines(axis: axis, length: shape[axis]) { from, to in
      for index in 0..<from.count { to[index] = from[from.count - 1 - index] }
    }
  }

  /// Parts of these lengths along an axis, which must add up to its length.
  public func split(_ lengths: [Int], axis: Int = 0) -> [Tensor] {
    splitting(lengths, axis).map { slice(axis: axis, $0) }
  }

  /// Equal parts along an axis, whose length must be a multiple of their number.
  public func split(into count: Int, axis: Int = 0) -> [Tensor] {
    split(equalLengths(count, axis), axis: axis)
  }

  func splitting(_ lengths: [Int], _ axis: Int) -> [Range<Int>] {
    let length = shape[resolve(axis, "split")]
    var start = 0
    let ranges = lengths.map { part in
      if part < 0 || part > length - start {
        stop("split", "\(lengths) does not fit axis \(axis) of the shape \(shape)")
      }
      defer { start += part }
      return start..<start + part
    }
    if start != length {
      stop("split", "\(lengths) does not fit axis \(axis) of the shape \(shape)")
    }
    return ranges
  }

  func equalLengths(_ count: Int, _ axis: Int) -> [Int] {
    let length = shape[resolve(axis, "split")]
    if count < 1 || length % count != 0 {
      stop(
        "split", "axis \(axis) of the shape \(shape) does not come apart into \(count) equal parts")
    }
    return [Int](repeating: length / count, count: count)
  }

  /// For each index the element at that position along the axis: indices have this tensor's shape
  /// but for the axis, and so has the result. PyTorch: `gather`, `take_along_dim`.
  ///
  /// ```swift
  /// logits.gather(axis: 1, Indices(shape: [3, 1], values: [0, 2, 1]))  // one of each row
  /// ```
  public func gather(axis: Int, _ indices: Indices) -> Tensor {
    let positions = positions(axis: axis, indices)
    return Tensor(shape: indices.shape, from: self) { scalars, memory in
      for (index, position) in positions.enumerated() { memory[index] = scalars[position] }
    }
  }

  /// Where the elements that indices along an axis name are in memory.
  func positions(axis: Int, _ indices: Indices) -> [Int] {
    let view = AxisView(shape, resolve(axis, "gather(axis:)"))
    var expected = shape
    let resolved = view.before.count
    if indices.shape.count == rank { expected[resolved] = indices.shape[resolved] }
    if indices.shape != expected {
      stop(
        "gather(axis:)",
        "indices of shape \(indices.shape) do not fit the shape \(shape): all axes but \(axis) must "
          + "agree")
    }
    indices.check(below: view.length, for: "gather(axis:) from \(shape)")
    let length = expected[resolved]
    return indices.values.enumerated().map { position, index in
      let (outer, inner) = (position / (length * view.inner), position % view.inner)
      return (outer * view.length + Int(index)) * view.inner + inner
    }
  }
}
