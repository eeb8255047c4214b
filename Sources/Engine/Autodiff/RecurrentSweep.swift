/// What the steps of a recurrent layer over a sequence have in common.
struct RecurrentSweep {
  /// What the inputs bring: `[length, batch, gates · hidden]`.
  let projections: Tensor
  /// `[gates · hidden, hidden]`.
  let weight: Tensor
  /// `[gates · hidden]`.
  let bias: Tensor?
  let isReversed: Bool

  var length: Int { projections.shape[0] }
  var batch: Int { projections.shape[1] }
  var hidden: Int { weight.shape[1] }

  /// The places of the sequence in the order in which they are read.
  var places: [Int] { isReversed ? (0..<length).reversed() : Array(0..<length) }

  /// What the inputs bring to a place, `[batch, gates · hidden]`.
  func projection(at place: Int) -> Tensor { projections[row: place] }

  /// What the state before brings, `[batch, gates · hidden]`: all gates in one product.
  func product(with state: Tensor) -> Tensor {
    state.matmul(weight, transposeRight: true, bias: bias)
  }

  /// A part of `[batch, gates · hidden]`.
  func gate(_ index: Int, of gates: Tensor) -> Tensor {
    gates.slice(axis: 1, index * hidden..<(index + 1) * hidden)
  }

  /// The gradients of weight and bias, from those of the products and the states that went into
  /// them, both in the order of reading. One product for all steps.
  func parameterGradients(_ products: [Tensor], _ states: [Tensor]) -> [Contribution?] {
    let gradient = Tensor.concatenate(products)
    let weightGradient = gradient.matmul(Tensor.concatenate(states), transposeLeft: true)
    return [.dense(weightGradient)] + (bias == nil ? [] : [.dense(gradient.sum(axis: 0))])
  }

  /// Tensors in the order of reading as one, in the order of the places.
  func stacked(_ tensors: [Tensor]) -> Tensor {
    Tensor.stack(isReversed ? tensors.reversed() : tensors)
  }
}
