// What can be asked of a variable's value without leaving a record.
extension Variable {
  /// The length of each axis.
  public var shape: [Int] { value.shape }

  /// How many axes there are.
  public var rank: Int { value.rank }

  /// How many elements there are.
  public var count: Int { value.count }

  /// The value of a variable with one element.
  public var item: Float { value.item }

  /// The same value without a record: gradients do not go beyond it.
  public func detach() -> Variable { Variable(value, requiresGradient: false) }
}

// MARK: - Comparisons, which have no gradient

extension Variable {
  /// 1 where the left element is less than the right, 0 elsewhere. Likewise the others.
  public static func .< (left: Variable, right: Variable) -> Tensor { left.value .< right.value }
  public static func .<= (left: Variable, right: Variable) -> Tensor { left.value .<= right.value }
  public static func .> (left: Variable, right: Variable) -> Tensor { left.value .> right.value }
  public static func .>= (left: Variable, right: Variable) -> Tensor { left.value .>= right.value }
  public static func .== (left: Variable, right: Variable) -> Tensor { left.value .== right.value }
  public static func .!= (left: Variable, right: Variable) -> Tensor { left.value .!= right.value }
  public static func .< (left: Variable, right: Tensor) -> Tensor { left.value .< right }
  public static func .<= (left: Variable, right: Tensor) -> Tensor { left.value .<= right }
  public static func .> (left: Variable, right: Tensor) -> Tensor { left.value .> right }
  public static func .>= (left: Variable, right: Tensor) -> Tensor { left.value .>= right }
  public static func .== (left: Variable, right: Tensor) -> Tensor { left.value .== right }
  public static func .!= (left: Variable, right: Tensor) -> Tensor { left.value .!= right }
  public static func .< (left: Variable, right: Float) -> Tensor { left.value .< right }
  public static func .<= (left: Variable, right: Float) -> Tensor { left.value .<= right }
  public static func .> (left: Variable, right: Float) -> Tensor { left.value .> right }
  public static func .>= (left: Variable, right: Float) -> Tensor { left.value .>= right }
  public static func .== (left: Variable, right: Float) -> Tensor { left.value .== right }
  public static func .!= (left: Variable, right: Float) -> Tensor { left.value .!= right }
}

// MARK: - Results that grow term by term

extension Variable {
  /// Adds a term to a result, such as a loss: `left` is then another variable, the sum.
  ///
  /// A parameter cannot be changed like this, since the model would keep the old one: change its
  /// `value` instead. The program stops there.
  public static func += (left: inout Variable, right: Variable) {
    left.checkIsResult("+=")
    left = left + right
  }

  /// Takes a term off a result; see ``+=(_:_:)-(Variable,_)``.
  public static func -= (left: inout Variable, right: Variable) {
    left.checkIsResult("-=")
    left = left - right
  }

  public static func += (left: inout Variable, right: Tensor) {
    left.checkIsResult("+=")
    left = left + right
  }

  public static func -= (left: inout Variable, right: Tensor) {
    left.checkIsResult("-=")
    left = left - right
  }

  public static func += (left: inout Variable, right: Float) { left += Tensor(right) }
  public static func -= (left: inout Variable, right: Float) { left -= Tensor(right) }

  private func checkIsResult(_ operation: String) {
    if case .given = origin, requiresGradient {
      stop(
        operation,
        "a variable that was given cannot be replaced by a result; change its value: "
          + "weight.value \(operation) …")
    }
  }
}
