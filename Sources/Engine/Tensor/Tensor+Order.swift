extension Tensor {
  /// Where along an axis each element of ``sorted(axis:descending:)`` comes from.
  ///
  /// Stable: equal elements stay in order. NaN counts as larger than any number, as in PyTorch.
  public func argsort(axis: Int = -1, descending: Bool = false) -> Indices {
    let axis = resolve(axis, "argsort")
    return indicesOfLines(axis: axis, length: shape[axis]) { line in
      line.order(descending: descending)
    }
  }

  /// The elements along an axis in order, the smallest first.
  ///
  /// - Parameter descending: puts the largest first. NaN is larger than any number.
  public func sorted(axis: Int = -1, descending: Bool = false) -> Tensor {
    let axis = resolve(axis, "sorted")
    return mapLines(axis: axis, length: shape[axis]) { from, to in
      let order = from.order(descending: descending)
      for (place, index) in order.enumerated() { to[place] = from[index] }
    }
  }

  /// The median along an axis, which must not be empty: of an even number of elements the lower of
  /// the two in the middle, as in PyTorch (NumPy takes their mean). NaN if there is one.
  public func median(axis: Int, keepDimension: Bool = false) -> Tensor {
    let axis = resolve(axis, "median")
    if shape[axis] == 0 { stop("median", "axis \(axis) of the shape \(shape) is empty") }
    return mapLines(axis: axis, length: keepDimension ? 1 : nil) { from, to in
      let order = from.order(descending: false)
      let largest = from[order[order.count - 1]]
      to[0] = largest.isNaN ? largest : from[order[(order.count - 1) / 2]]
    }
  }

  /// The median of all elements; see ``median(axis:keepDimension:)``.
  public func median() -> Tensor {
    if count == 0 { stop("median", "there is no element; the shape is \(shape)") }
    return reshape([count]).median(axis: 0)
  }

  /// Where along the axis the smallest element is; the first of several. NaN counts as the
  /// smallest.
  public func argmin(axis: Int) -> Indices {
    let axis = resolve(axis, "argmin")
    if shape[axis] == 0 { stop("argmin", "axis \(axis) of the shape \(shape) is empty") }
    return (-self).argmax(axis: axis)
  }
}

extension LineView {
  /// The indices of the elements in order.
  fileprivate func order(descending: Bool) -> [Int] {
    // Equal ranks go by the index, the lower first.
    let keys = (0..<count).map { index in
      let rank = Tensor.rank(of: self[index])
      return UInt64(descending ? ~rank : rank) << 32 | UInt64(index)
    }
    return keys.sorted().map { Int(UInt32(truncatingIfNeeded: $0)) }
  }
}
