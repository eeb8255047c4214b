// Operations that choose among elements, recorded; all broadcast.
extension Variable {
  /// `yes` where the mask is not 0, `no` elsewhere; each gets the gradient of what was chosen
  /// from it. The mask gets none.
  ///
  /// What was not chosen gets the gradient 0, but 0 times an infinite slope is NaN, as in PyTorch:
  /// `where(x .> 0, x.sqrt(), zero)` passes NaN back to every x below 0. Choose before the
  /// function as well, so that it never sees what it cannot take:
  ///
  /// ```swift
  /// let isPositive = x.value .> 0
  /// let safe = Variable.where(isPositive, x, Variable(Tensor(1)))
  /// let root = Variable.where(isPositive, safe.sqrt(), Variable(Tensor(0)))
  /// ```
  public static func `where`(_ mask: Tensor, _ yes: Variable, _ no: Variable) -> Variable {
    let (yesShape, noShape) = (yes.value.shape, no.value.shape)
    return .recorded(.where(mask, yes.value, no.value), from: [yes, no]) { upstream in
      [
        .dense(Tensor.where(mask, upstream, Tensor(0)).sum(to: yesShape)),
        .dense(Tensor.where(mask, Tensor(0), upstream).sum(to: noShape)),
      ]
    }
  }

  /// The larger of two elements; equal ones get half of the gradient each, as in PyTorch.
  public static func maximum(_ left: Variable, _ right: Variable) -> Variable {
    chosen("maximum", .maximum(left.value, right.value), left, right, shareOfLeft: { $0 .> $1 })
  }

  /// The smaller of two elements; equal ones get half of the gradient each, as in PyTorch.
  public static func minimum(_ left: Variable, _ right: Variable) -> Variable {
    chosen("minimum", .minimum(left.value, right.value), left, right, shareOfLeft: { $0 .< $1 })
  }

  private static func chosen(
    _ name: StaticString, _ result: Tensor, _ left: Variable, _ right: Variable,
    shareOfLeft isLeft: @escaping (Tensor, Tensor) -> Tensor
  ) -> Variable {
    let (a, b) = (left.value, right.value)
    return .recorded(result, from: [left, right], name: name) { upstream in
      let share = isLeft(a, b) + (a .== b) * 0.5
      return [
        .dense((upstream * share).sum(to: a.shape)),
        .dense((upstream * (1 - share)).sum(to: b.shape)),
      ]
    }
  }

  /// Puts variables of one shape side by side along a new axis; see ``Tensor/stack(_:axis:)``.
  public static func stack(_ variables: [Variable], axis: Int = 0) -> Variable {
    guard let first = variables.first else { stop("stack", "there are no variables") }
    let value = Tensor.stack(variables.map(\.value), axis: axis)
    let (axis, shape) = (axis < 0 ? axis + value.rank : axis, first.value.shape)
    let count = variables.count
    return .recorded(value, from: variables) { upstream in
      (0..<count).map { index in
        .dense(upstream.slice(axis: axis, index..<index + 1).reshape(shape))
      }
    }
  }
}

extension Tensor {
  /// Puts tensors of one shape side by side along a new axis: three of shape `[width]` give
  /// `[3, width]`, along axis 1 `[width, 3]`.
  public static func stack(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
    guard let first = tensors.first else { stop("stack", "there are no tensors") }
    if let odd = tensors.first(where: { $0.shape != first.shape }) {
      stop("stack", "shapes differ: \(first.shape) and \(odd.shape)")
    }
    let resolved = axis < 0 ? axis + first.rank + 1 : axis
    if resolved < 0 || resolved > first.rank {
      stop("stack", "\(axis) is no place for an axis in the shape \(first.shape)")
    }
    var shape = first.shape
    shape.insert(1, at: resolved)
    return concatenate(tensors.map { $0.reshape(shape) }, axis: resolved)
  }
}
