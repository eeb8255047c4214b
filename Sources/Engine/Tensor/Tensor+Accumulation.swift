// Sums and products along an axis, added up in double precision and rounded once for each result.
extension Tensor {
  /// Along an axis the sum of all elements up to each, itself included.
  public func cumulativeSum(axis: Int) -> Tensor {
    accumulated(axis: resolve(axis, "cumulativeSum"), from: 0, +)
  }

  /// Along an axis the product of all elements up to each, itself included.
  public func cumulativeProduct(axis: Int) -> Tensor {
    accumulated(axis: resolve(axis, "cumulativeProduct"), from: 1, *)
  }

  /// The product of all elements, of shape `[]`; 1 when there are none.
  public func product() -> Tensor {
    reshape([count]).product(axis: 0)
  }

  /// The products along an axis; see ``sum(axis:keepDimension:)``.
  public func product(axis: Int, keepDimension: Bool = false) -> Tensor {
    mapLines(axis: resolve(axis, "product"), length: keepDimension ? 1 : nil) { from, to in
      to[0] = Float((0..<from.count).reduce(1.0) { $0 * Double(from[$1]) })
    }
  }

  /// For each element the product of all others along the axis: the derivative of the product.
  func productOfOthers(axis: Int) -> Tensor {
    mapLines(axis: axis, length: shape[axis]) { from, to in
      // Not the product divided by the element, which may be 0.
      var after = [Double](repeating: 1, count: from.count + 1)
      for index in (0..<from.count).reversed() {
        after[index] = after[index + 1] * Double(from[index])
      }
      var before = 1.0
      for index in 0..<from.count {
        to[index] = Float(before * after[index + 1])
        before *= Double(from[index])
      }
    }
  }

  private func accumulated(
    axis: Int, from start: Double, _ combine: (Double, Double) -> Double
  ) -> Tensor {
    mapLines(axis: axis, length: shape[axis]) { from, to in
      var sum = start
      for index in 0..<from.count {
        sum = combine(sum, Double(from[index]))
        to[index] = Float(sum)
      }
    }
  }
}
