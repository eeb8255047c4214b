// The same operators as the tensors', recorded. Where an operand was broadcast, its gradient is
// summed over the repeats.

extension Variable {
  public static func + (left: Variable, right: Variable) -> Variable {
    let (leftShape, rightShape) = (left.value.shape, right.value.shape)
    return .recorded(left.value + right.value, from: [left, right]) { upstream in
      [.dense(upstream.sum(to: leftShape)), .dense(upstream.sum(to: rightShape))]
    }
  }

  public static func - (left: Variable, right: Variable) -> Variable {
    let (leftShape, rightShape) = (left.value.shape, right.value.shape)
    return .recorded(left.value - right.value, from: [left, right]) { upstream in
      [.dense(upstream.sum(to: leftShape)), .dense(-upstream.sum(to: rightShape))]
    }
  }

  public static func * (left: Variable, right: Variable) -> Variable {
    let (a, b) = (left.value, right.value)
    return .recorded(a * b, from: [left, right]) { upstream in
      [.dense((upstream * b).sum(to: a.shape)), .dense((upstream * a).sum(to: b.shape))]
    }
  }

  public static func / (left: Variable, right: Variable) -> Variable {
    let (a, b) = (left.value, right.value)
    let quotient = a / b
    return .recorded(quotient, from: [left, right]) { upstream in
      let share = upstream / b
      return [.dense(share.sum(to: a.shape)), .dense(-(share * quotient).sum(to: b.shape))]
    }
  }

  public static prefix func - (variable: Variable) -> Variable {
    variable.recorded(-variable.value) { -$0 }
  }
}

// MARK: - With constants

extension Variable {
  public static func + (left: Variable, right: Tensor) -> Variable {
    let shape = left.value.shape
    return left.recorded(left.value + right, constant: .right(right)) { $0.sum(to: shape) }
  }

  public static func - (left: Variable, right: Tensor) -> Variable {
    let shape = left.value.shape
    return left.recorded(left.value - right, constant: .right(right)) { $0.sum(to: shape) }
  }

  public static func * (left: Variable, right: Tensor) -> Variable {
    let shape = left.value.shape
    return left.recorded(left.value * right, constant: .right(right)) {
      ($0 * right).sum(to: shape)
    }
  }

  public static func / (left: Variable, right: Tensor) -> Variable {
    let shape = left.value.shape
    return left.recorded(left.value / right, constant: .right(right)) {
      ($0 / right).sum(to: shape)
    }
  }

  public static func + (left: Tensor, right: Variable) -> Variable { right + left }

  public static func - (left: Tensor, right: Variable) -> Variable {
    let shape = right.value.shape
    return right.recorded(left - right.value, constant: .left(left)) { -$0.sum(to: shape) }
  }

  public static func * (left: Tensor, right: Variable) -> Variable { right * left }

  public static func / (left: Tensor, right: Variable) -> Variable {
    let divisor = right.value
    let quotient = left / divisor
    return right.recorded(quotient, constant: .left(left)) {
      -($0 * quotient / divisor).sum(to: divisor.shape)
    }
  }

  public static func + (left: Variable, right: Float) -> Variable { left + Tensor(right) }
  public static func - (left: Variable, right: Float) -> Variable { left - Tensor(right) }
  public static func * (left: Variable, right: Float) -> Variable { left * Tensor(right) }
  public static func / (left: Variable, right: Float) -> Variable { left / Tensor(right) }
  public static func + (left: Float, right: Variable) -> Variable { right + Tensor(left) }
  public static func - (left: Float, right: Variable) -> Variable { Tensor(left) - right }
  public static func * (left: Float, right: Variable) -> Variable { right * Tensor(left) }
  public static func / (left: Float, right: Variable) -> Variable { Tensor(left) / right }
}
