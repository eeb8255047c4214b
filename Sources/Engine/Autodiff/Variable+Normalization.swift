import CKernels

extension Variable {
  /// Each row along the last axis less its mean, divided by its standard deviation, times `weight`
  /// plus `bias`; see ``LayerNorm``.
  ///
  ///     (x − mean) / √(variance + epsilon) · weight + bias
  ///
  /// - Parameters:
  ///   - weight: of the shape `[width]`; likewise `bias`.
  ///   - epsilon: keeps the denominator from zero.
  public func layerNorm(weight: Variable, bias: Variable, epsilon: Float = 1e-5) -> Variable {
    let operand = value
    let (rows, width) = operand.rowsAndWidth("layerNorm")
    if weight.value.shape != [width] || bias.value.shape != [width] {
      stop(
        "layerNorm",
        "rows of \(operand.shape) need a weight and a bias of shape [\(width)], not "
          + "\(weight.value.shape) and \(bias.value.shape)")
    }
    let (scale, shift) = (weight.value, bias.value)
    var means = Tensor.zeros([rows]), inverses = Tensor.zeros([rows])
    let result = means.withUnsafeMutableScalars { means in
      inverses.withUnsafeMutableScalars { inverses in
        Tensor(shape: operand.shape, from: operand, scale) { operand, scale, memory in
          shift.withUnsafeScalars {
            lectern_normalize_rows(
              operand, scale, $0.baseAddress, epsilon, memory, means.baseAddress,
              inverses.baseAddress, rows, width)
          }
        }
      }
    }
    let statistics = (means: means, inverses: inverses)
    return .recorded(result, from: [self, weight, bias]) { upstream in
      let (gradient, weighted) = operand.layerNormPullback(scale, statistics, upstream)
      return [
        .dense(gradient), .dense(weighted.reshape([rows, width]).sum(axis: 0)),
        .dense(upstream.reshape([rows, width]).sum(axis: 0)),
      ]
    }
  }
}

extension Tensor {
  /// The gradient of the rows, and the upstream gradient times the normalised rows.
  fileprivate func layerNormPullback(
    _ scale: Tensor, _ statistics: (means: Tensor, inverses: Tensor), _ upstream: Tensor
  ) -> (gradient: Tensor, weighted: Tensor) {
    let (rows, width) = rowsAndWidth("layerNorm")
    var weighted = Tensor(shape: shape) { _ in }
    let gradient = weighted.withUnsafeMutableScalars { weighted in
      Tensor(shape: shape, from: self, scale) { operand, scale, memory in
        upstream.withUnsafeScalars { upstream in
          statistics.means.withUnsafeScalars { means in
            statistics.inverses.withUnsafeScalars { inverses in
              lectern_normalize_rows_pullback(
                operand, scale, means.baseAddress, inverses.baseAddress, upstream.baseAddress,
                memory, weighted.baseAddress, rows, width)
            }
          }
        }
      }
    }
    return (gradient, weighted)
  }
}

extension Variable {
  /// Each column less its mean over the batch, divided by its standard deviation, times `weight`
  /// plus `bias`; see ``BatchNorm1d``. Of shape `[batch, width]`.
  ///
  /// - Returns: the result, and the mean and the variance (divided by the batch's size, not one
  ///   less) of each column.
  func batchNorm(
    weight: Variable, bias: Variable, epsilon: Float
  ) -> (result: Variable, mean: Tensor, variance: Tensor) {
    let count = Float(value.shape[0])
    let mean = value.sum(axis: 0) / count
    let centred = value - mean
    let variance = (centred * centred).sum(axis: 0) / count
    let inverse = 1 / (variance + epsilon).sqrt()
    let (normal, scale) = (centred * inverse, weight.value)
    let result = Variable.recorded(
      normal * scale + bias.value, from: [self, weight, bias]
    ) { upstream in
      let biasGradient = upstream.sum(axis: 0)
      let weightGradient = (upstream * normal).sum(axis: 0)
      let gradient =
        (upstream - biasGradient / count - normal * (weightGradient / count)) * (scale * inverse)
      return [.dense(gradient), .dense(weightGradient), .dense(biasGradient)]
    }
    return (result, mean, variance)
  }
}
