// Activations that are made of other functions.

extension Tensor {
  /// x where x is positive, `negativeSlope` · x elsewhere.
  ///
  /// (Maas et al., *Rectifier nonlinearities improve neural network acoustic models*, 2013. PyTorch:
  /// `leaky_relu`, with the same default.)
  public func leakyReLU(negativeSlope: Float = 0.01) -> Tensor {
    .where(self .> Tensor(0), self, self * negativeSlope)
  }

  /// x where x is positive, alpha (eˣ − 1) elsewhere.
  ///
  /// (Clevert et al., *Fast and accurate deep network learning by exponential linear units*, 2015,
  /// arXiv:1511.07289. PyTorch: `elu`.)
  public func elu(alpha: Float = 1) -> Tensor {
    // e^x − 1 by the hyperbolic tangent of x / 2, which near 0 loses no digits.
    let half = (Tensor.minimum(self, Tensor(0)) / 2).tanh()
    return .where(self .> Tensor(0), self, 2 * alpha * half / (1 - half))
  }

  /// x σ(x), the sigmoid linear unit, also called swish.
  ///
  /// (Elfwing et al., *Sigmoid-weighted linear units*, 2017, arXiv:1702.03118. PyTorch: `silu`.)
  public func silu() -> Tensor { self * sigmoid() }
}

extension Variable {
  /// x where x is positive, `negativeSlope` · x elsewhere; its derivative at 0 is `negativeSlope`.
  /// See ``Tensor/leakyReLU(negativeSlope:)``.
  public func leakyReLU(negativeSlope: Float = 0.01) -> Variable {
    let operand = value
    return recorded(operand.leakyReLU(negativeSlope: negativeSlope)) { upstream in
      .where(operand .> Tensor(0), upstream, upstream * negativeSlope)
    }
  }

  /// x where x is positive, alpha (eˣ − 1) elsewhere; see ``Tensor/elu(alpha:)``.
  public func elu(alpha: Float = 1) -> Variable {
    let operand = value
    return recorded(operand.elu(alpha: alpha)) { upstream in
      let slope = Tensor.minimum(operand, Tensor(0)).exp() * alpha
      return upstream * .where(operand .> Tensor(0), Tensor(1), slope)
    }
  }

  /// x σ(x); see ``Tensor/silu()``.
  public func silu() -> Variable {
    let operand = value
    return recorded(operand.silu()) { upstream in
      let sigmoid = operand.sigmoid()
      return upstream * (sigmoid + operand * (sigmoid * (1 - sigmoid)))
    }
  }
}
