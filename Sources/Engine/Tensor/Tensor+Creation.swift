extension Tensor {
  public static func zeros(_ shape: [Int]) -> Tensor { full(shape, 0) }

  public static func ones(_ shape: [Int]) -> Tensor { full(shape, 1) }

  /// A tensor whose every element is `value`.
  public static func full(_ shape: [Int], _ value: Float) -> Tensor {
    Tensor(shape: shape) { $0.initialize(repeating: value, count: count(of: shape)) }
  }

  /// 0, 1, …, count - 1.
  public static func range(_ count: Int) -> Tensor {
    if count < 0 { stop("range", "there are no \(count) numbers") }
    return Tensor(shape: [count]) { memory in
      for index in 0..<count { memory[index] = Float(index) }
    }
  }

  /// A one in each row, at the column that the index names, zeros elsewhere.
  ///
  /// - Returns: `indices.shape + [classes]`.
  public static func oneHot(_ indices: Indices, classes: Int) -> Tensor {
    indices.check(below: classes, for: "oneHot")
    return Tensor(shape: indices.shape + [classes]) { memory in
      memory.initialize(repeating: 0, count: indices.count * classes)
      for (row, index) in indices.values.enumerated() { memory[row * classes + Int(index)] = 1 }
    }
  }

  /// Numbers drawn evenly from `range`.
  public static func uniform(
    _ shape: [Int], in range: Range<Float> = 0..<1, using random: inout RandomGenerator
  ) -> Tensor {
    var result = zeros(shape)
    result.fill(uniform: range, using: &random)
    return result
  }

  /// Numbers drawn from a normal distribution.
  public static func normal(
    _ shape: [Int], mean: Float = 0, standardDeviation: Float = 1,
    using random: inout RandomGenerator
  ) -> Tensor {
    var result = zeros(shape)
    result.fill(normal: mean, standardDeviation: standardDeviation, using: &random)
    return result
  }

  /// Replaces every element with one drawn evenly from `range`.
  public mutating func fill(uniform range: Range<Float>, using random: inout RandomGenerator) {
    withUnsafeMutableScalars { scalars in
      for index in scalars.indices { scalars[index] = random.uniform(in: range) }
    }
  }

  /// Replaces every element with one drawn from a normal distribution.
  public mutating func fill(
    normal mean: Float, standardDeviation: Float, using random: inout RandomGenerator
  ) {
    withUnsafeMutableScalars { scalars in
      for index in scalars.indices {
        scalars[index] = random.normal(mean: mean, standardDeviation: standardDeviation)
      }
    }
  }
}
