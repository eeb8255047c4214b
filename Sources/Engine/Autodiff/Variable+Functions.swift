import CKernels

// The same functions as the tensors', recorded.
extension Variable {
  public func exp() -> Variable { map(LECTERN_EXP) }

  /// The natural logarithm.
  public func log() -> Variable { map(LECTERN_LOG) }

  public func sqrt() -> Variable { map(LECTERN_SQUARE_ROOT) }

  /// The magnitude; its derivative at 0 is taken as 0.
  public func abs() -> Variable { map(LECTERN_ABSOLUTE) }

  public func tanh() -> Variable { map(LECTERN_TANH) }

  /// 1 / (1 + e⁻ˣ).
  public func sigmoid() -> Variable { map(LECTERN_SIGMOID) }

  /// A sigmoid that runs from the lower to the upper bound of `range`, fastai's "sigmoid range".
  public func sigmoid(in range: ClosedRange<Float>) -> Variable {
    map(LECTERN_SIGMOID_RANGE, range.lowerBound, range.upperBound)
  }

  /// max(x, 0); its derivative at 0 is taken as 0.
  public func relu() -> Variable { map(LECTERN_RELU) }

  /// The nearest number in `range`; beyond it the derivative is 0.
  public func clip(_ range: ClosedRange<Float>) -> Variable {
    map(LECTERN_CLIP, range.lowerBound, range.upperBound)
  }

  /// To the power `exponent`.
  public func pow(_ exponent: Float) -> Variable {
    map(LECTERN_POWER, exponent, constant: .number(exponent))
  }

  /// The error function.
  public func erf() -> Variable { map(LECTERN_ERF) }

  /// The Gaussian error linear unit; see ``Tensor/gelu()``.
  public func gelu() -> Variable { map(LECTERN_GELU) }

  /// The approximation of GELU by a hyperbolic tangent; see ``Tensor/geluTanh()``.
  public func geluTanh() -> Variable { map(LECTERN_GELU_TANH) }

  /// x tanh(softplus(x)); see ``Tensor/mish()``.
  public func mish() -> Variable { map(LECTERN_MISH) }

  /// log(1 + eˣ); see ``Tensor/softplus()``.
  public func softplus() -> Variable { map(LECTERN_SOFTPLUS) }

  /// The largest whole number that is not above x; its derivative is taken as 0 everywhere.
  public func floor() -> Variable { map(LECTERN_FLOOR) }

  /// The smallest whole number that is not below x; its derivative is taken as 0 everywhere.
  public func ceil() -> Variable { map(LECTERN_CEIL) }

  /// The nearest whole number, halves to the even one; its derivative is taken as 0 everywhere.
  public func round() -> Variable { map(LECTERN_ROUND) }

  /// -1, 0 or 1; its derivative is taken as 0 everywhere.
  public func sign() -> Variable { map(LECTERN_SIGN) }

  /// The sine of an angle in radians; see ``Tensor/sin()``.
  public func sin() -> Variable { map(LECTERN_SIN) }

  /// The cosine of an angle in radians; see ``Tensor/sin()``.
  public func cos() -> Variable { map(LECTERN_COS) }

  /// log(1 + x); see ``Tensor/log1p()``.
  public func log1p() -> Variable { map(LECTERN_LOG1P) }

  /// eˣ − 1; see ``Tensor/expm1()``.
  public func expm1() -> Variable { map(LECTERN_EXPM1) }

  /// x · x.
  public func square() -> Variable { map(LECTERN_POWER, 2) }

  /// e to the power of each element, divided by the sum of these along the last axis.
  public func softmax() -> Variable {
    let result = value.softmax()
    return recorded(result) { result.softmaxPullback($0) }
  }

  /// The logarithm of the softmax along the last axis.
  public func logSoftmax() -> Variable {
    let result = value.logSoftmax()
    return recorded(result) { result.logSoftmaxPullback($0) }
  }

  func map(
    _ operation: lectern_unary_operation, _ p: Float = 0, _ q: Float = 0,
    constant: Constant? = nil, name: StaticString = #function
  ) -> Variable {
    let operand = value
    let result = operand.map(operation, p, q)
    return recorded(result, constant: constant, name: name) { upstream in
      operand.pullback(of: operation, result: result, upstream: upstream, p, q)
    }
  }
}

extension Tensor {
  /// The gradient of the softmax whose result this tensor is.
  func softmaxPullback(_ upstream: Tensor) -> Tensor {
    let (rows, width) = rowsAndWidth("softmax")
    return Tensor(shape: shape, from: self, upstream) {
      lectern_softmax_pullback($0, $1, $2, rows, width)
    }
  }

  fileprivate func logSoftmaxPullback(_ upstream: Tensor) -> Tensor {
    let (rows, width) = rowsAndWidth("logSoftmax")
    return Tensor(shape: shape, from: self, upstream) {
      lectern_log_softmax_pullback($0, $1, $2, rows, width)
    }
  }
}
