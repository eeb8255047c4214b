/// How surprising the true classes are under the softmax of the logits, by default averaged:
/// −log softmax(logits)[class] = log Σⱼ e^logitⱼ − logit[class].
///
/// Logits `[batch, classes]`, classes `[batch]`; more axes before the last are allowed in both.
/// The logarithm of the softmax is taken as a whole, with the largest logit subtracted first, so
/// no logit is too large or too small. The gradient of one item is softmax(logits) − one-hot(class).
/// Stops the program when the shapes do not fit or a class has no logit. (PyTorch:
/// `cross_entropy`, the reduction `.none` in the shape of the classes.)
public func crossEntropy(
  _ logits: Variable, _ classes: Indices, reduction: Reduction = .mean
) -> Variable {
  let shape = logits.value.shape
  guard let count = shape.last, Array(shape.dropLast()) == classes.shape else {
    stop(
      "crossEntropy",
      "logits \(shape) and classes \(classes.shape) do not fit; [batch, classes] and [batch] are "
        + "needed")
  }
  classes.check(below: count, for: "crossEntropy with logits \(shape)")
  let logarithms = logits.value.logSoftmax()
  let errors = logits.recorded(surprises(logarithms, classes)) {
    crossEntropyPullback(logarithms, classes, upstream: $0)
  }
  return reduction(errors, "crossEntropy: logits \(shape) and classes \(classes.shape)")
}

/// Minus the logarithm of the probability of each class, in the classes' shape.
private func surprises(_ logarithms: Tensor, _ classes: Indices) -> Tensor {
  let width = logarithms.shape[logarithms.rank - 1]
  let scalars = logarithms.scalars
  return Tensor(
    shape: classes.shape,
    scalars: classes.values.enumerated().map { -scalars[$0.offset * width + Int($0.element)] })
}

/// (softmax − one-hot) · upstream, row by row.
private func crossEntropyPullback(
  _ logarithms: Tensor, _ classes: Indices, upstream: Tensor
) -> Tensor {
  let width = logarithms.shape[logarithms.rank - 1]
  var gradient = logarithms.exp()
  gradient.withUnsafeMutableScalars { gradient in
    for (row, target) in classes.values.enumerated() { gradient[row * width + Int(target)] -= 1 }
  }
  return gradient * upstream.reshape(upstream.shape + [1])
}
