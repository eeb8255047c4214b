import CKernels

extension Tensor {
  /// Sets each element to 0 with the probability `rate` and divides the others by 1 − rate.
  ///
  /// Which elements depends on the generator and their positions alone; the same generator
  /// drops the same again.
  public func dropout(rate: Float, using random: RandomGenerator) -> Tensor {
    checkDropoutRate(rate)
    let (seed, stream) = random.key
    return Tensor(shape: shape, from: self) {
      lectern_dropout($0, $1, count, seed, stream, rate)
    }
  }
}

extension Variable {
  /// Sets each element to 0 with the probability `rate` and divides the others by 1 − rate,
  /// whether in training or not; see ``Dropout``. No mask is kept: the gradient drops again.
  public func dropout(rate: Float, using random: RandomGenerator) -> Variable {
    recorded(value.dropout(rate: rate, using: random)) { $0.dropout(rate: rate, using: random) }
  }

  /// ``dropout(rate:using:)`` of `activation`, in one pass over memory in either direction. The same
  /// to the last bit as one after the other.
  func dropout(
    after activation: TransformerEncoderLayer.Activation, rate: Float, using random: RandomGenerator
  ) -> Variable {
    let (input, (seed, stream)) = (value, random.key)
    let operation = activation.operation
    let result = Tensor(shape: input.shape, from: input) {
      lectern_activation_dropout(operation, $0, nil, $1, input.count, seed, stream, rate)
    }
    return recorded(result) { upstream in
      Tensor(shape: input.shape, from: input, upstream) {
        lectern_activation_dropout(operation, $0, $1, $2, input.count, seed, stream, rate)
      }
    }
  }
}

/// Stops the program unless `rate` is a probability.
func checkDropoutRate(_ rate: Float) {
  if !(0...1).contains(rate) { stop("dropout", "the rate \(rate) is not in 0...1") }
}
