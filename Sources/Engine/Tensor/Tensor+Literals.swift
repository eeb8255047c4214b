/// What may stand in a tensor literal: a number, or a row of what may.
///
/// This is what lets `[[1, 2], [3, 4]]` be a tensor: the inner brackets are elements of the
/// outer ones.
public struct TensorLiteral: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral
{
  fileprivate let tensor: Tensor

  public init(floatLiteral value: Float) { tensor = Tensor(value) }
  public init(integerLiteral value: Int) { tensor = Tensor(Float(value)) }
  public init(arrayLiteral elements: TensorLiteral...) { tensor = Tensor(stacking: elements) }
}

// Not of numbers: `x * 2` could then mean a tensor or a float.
extension Tensor: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: TensorLiteral...) { self.init(stacking: elements) }

  fileprivate init(stacking elements: [TensorLiteral]) {
    let shape = elements.first?.tensor.shape ?? []
    if let odd = elements.first(where: { $0.tensor.shape != shape }) {
      stop(
        "Tensor literal", "rows differ: one has shape \(shape), another \(odd.tensor.shape)")
    }
    self.init(
      shape: [elements.count] + shape, scalars: elements.flatMap { $0.tensor.scalars })
  }
}
