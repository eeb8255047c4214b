import CKernels

// Functions of each element. They are the engine's own, not the system's, so that every machine
// gives the same bits; errors are at most 2 units in the last place.
extension Tensor {
  public func exp() -> Tensor { map(LECTERN_EXP) }

  /// The natural logarithm; -infinity at 0, NaN below.
  public func log() -> Tensor { map(LECTERN_LOG) }

  public func sqrt() -> Tensor { map(LECTERN_SQUARE_ROOT) }

  public func abs() -> Tensor { map(LECTERN_ABSOLUTE) }

  public func tanh() -> Tensor { map(LECTERN_TANH) }

  /// 1 / (1 + e⁻ˣ).
  public func sigmoid() -> Tensor { map(LECTERN_SIGMOID) }

  /// A sigmoid that runs from the lower to the upper bound of `range`, fastai's "sigmoid range".
  public func sigmoid(in range: ClosedRange<Float>) -> Tensor {
    map(LECTERN_SIGMOID_RANGE, range.lowerBound, range.upperBound)
  }

  /// max(x, 0).
  public func relu() -> Tensor { map(LECTERN_RELU) }

  /// The nearest number in `range`.
  public func clip(_ range: ClosedRange<Float>) -> Tensor {
    map(LECTERN_CLIP, range.lowerBound, range.upperBound)
  }

  /// To the power `exponent`. A negative number has only whole powers; others are NaN. At zeros,
  /// infinities and NaN as in C and PyTorch: x⁰ is 1 for any x.
  public func pow(_ exponent: Float) -> Tensor { map(LECTERN_POWER, exponent) }

  /// The error function, 2/√π times the integral of e^(-t²) from 0 to x.
  public func erf() -> Tensor { map(LECTERN_ERF) }

  /// The Gaussian error linear unit: x Φ(x), with Φ(x) the probability that a standard normal
  /// number is less than x.
  ///
  /// PyTorch: `gelu`. (Hendrycks and Gimpel, *Gaussian error linear units*, 2016,
  /// arXiv:1606.08415.)
  public func gelu() -> Tensor { map(LECTERN_GELU) }

  /// The approximation x / 2 (1 + tanh(√(2/π) (x + 0.044715 x³))) of ``gelu()``, up to 5e-4 off.
  ///
  /// PyTorch: `gelu(approximate="tanh")`.
  public func geluTanh() -> Tensor { map(LECTERN_GELU_TANH) }

  /// x tanh(softplus(x)). (Misra, *Mish: a self regularized non-monotonic activation function*,
  /// 2019, arXiv:1908.08681.)
  public func mish() -> Tensor { map(LECTERN_MISH) }

  /// log(1 + eˣ), a smooth ReLU, without overflow.
  public func softplus() -> Tensor { map(LECTERN_SOFTPLUS) }

  /// The largest whole number that is not above x.
  public func floor() -> Tensor { map(LECTERN_FLOOR) }

  /// The smallest whole number that is not below x.
  public func ceil() -> Tensor { map(LECTERN_CEIL) }

  /// The nearest whole number; halves go to the even one, as in PyTorch and NumPy.
  public func round() -> Tensor { map(LECTERN_ROUND) }

  /// -1 for negative numbers, 1 for positive ones, 0 for 0. NaN stays (as in NumPy; PyTorch: 0).
  public func sign() -> Tensor { map(LECTERN_SIGN) }

  /// The sine of an angle in radians, of any size: a multiple of a quarter turn is taken off
  /// exactly. At most 0.51 units in the last place off.
  public func sin() -> Tensor { map(LECTERN_SIN) }

  /// The cosine; see ``sin()``.
  public func cos() -> Tensor { map(LECTERN_COS) }

  /// log(1 + x), exact for small x as well; -infinity at -1, NaN below.
  public func log1p() -> Tensor { map(LECTERN_LOG1P) }

  /// eˣ − 1, exact for small x as well: what undoes ``log1p()``.
  public func expm1() -> Tensor { map(LECTERN_EXPM1) }

  /// x · x.
  public func square() -> Tensor { self * self }

  func map(_ operation: lectern_unary_operation, _ p: Float = 0, _ q: Float = 0) -> Tensor {
    Tensor(shape: shape, from: self) { lectern_unary(operation, $0, $1, count, p, q) }
  }

  /// `upstream` times the derivative of `operation` at this tensor, where it gave `result`.
  func pullback(
    of operation: lectern_unary_operation, result: Tensor, upstream: Tensor, _ p: Float,
    _ q: Float
  ) -> Tensor {
    Tensor(shape: shape, from: self, result) { operand, result, memory in
      upstream.withUnsafeScalars {
        lectern_unary_pullback(operation, operand, result, $0.baseAddress, memory, count, p, q)
      }
    }
  }
}

// MARK: - Softmax

extension Tensor {
  /// e to the power of each element, divided by the sum of these along the last axis.
  public func softmax() -> Tensor {
    let (rows, width) = rowsAndWidth("softmax")
    return Tensor(shape: shape, from: self) { lectern_softmax($0, $1, rows, width) }
  }

  /// The logarithm of the softmax along the last axis.
  public func logSoftmax() -> Tensor {
    let (rows, width) = rowsAndWidth("logSoftmax")
    return Tensor(shape: shape, from: self) { lectern_log_softmax($0, $1, rows, width) }
  }

  func rowsAndWidth(_ operation: String) -> (rows: Int, width: Int) {
    guard let width = shape.last else { stop(operation, "needs at least one axis") }
    return (Tensor.count(of: shape.dropLast()), width)
  }
}
