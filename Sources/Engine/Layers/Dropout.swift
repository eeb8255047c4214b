/// Sets elements to 0 at random while a model trains, and does nothing when it is used.
///
/// In training (see ``withTraining(using:_:)``) each element becomes 0 with the probability
/// `rate`, and the others are divided by 1 − rate, so that the expected value stays. The shape
/// is any. (Srivastava et al., *Dropout*, JMLR 15, 2014; PyTorch: `nn.Dropout`.)
public struct Dropout: UnaryLayer {
  /// The probability that an element is dropped.
  public let rate: Float

  /// - Parameter rate: in 0...1.
  public init(rate: Float = 0.5) {
    checkDropoutRate(rate)
    self.rate = rate
  }

  public func callAsFunction(_ input: Variable) -> Variable {
    guard rate > 0, let training = Training.current else { return input }
    return input.dropout(rate: rate, using: training.nextGenerator())
  }

  /// Dropout of what `activation` makes of the input.
  func callAsFunction(
    _ input: Variable, after activation: TransformerEncoderLayer.Activation
  ) -> Variable {
    guard rate > 0, let training = Training.current else {
      return input.map(activation.operation)
    }
    return input.dropout(after: activation, rate: rate, using: training.nextGenerator())
  }
}
