/// What a cross entropy compares logits with: for each item the true class, or a distribution that
/// puts most on it, times the class's weight.
struct ClassTargets {
  let classes: Indices
  /// How many classes there are.
  let count: Int
  /// `[count]`; nil for 1 everywhere.
  let weights: Tensor?
  /// What all classes share evenly.
  let smoothing: Float
  /// The class of items that are left out.
  let ignored: Int?

  /// Stops the program when an item that counts has none of the classes.
  func check(for operation: String) {
    guard let ignored else { return classes.check(below: count, for: operation) }
    for (position, value) in classes.values.enumerated()
    where value != ignored && (value < 0 || value >= count) {
      stop(
        operation,
        "index \(value) at position \(position) is neither in 0..<\(count) nor \(ignored), which is "
          + "ignored")
    }
  }

  /// Calls `body` for each item that counts, with the place of its class's element in the logits and
  /// the class's weight.
  private func forEachItem(_ body: (_ item: Int, _ place: Int, _ weight: Float) -> Void) {
    let weights = weights?.scalars
    for (item, value) in classes.values.enumerated() where ignored.map({ value != $0 }) ?? true {
      body(item, item * count + Int(value), weights?[Int(value)] ?? 1)
    }
  }

  /// The errors, in the classes' shape, from the logarithms of the probabilities.
  func surprises(_ logarithms: Tensor) -> Tensor {
    let evenly = smoothing > 0 ? weighted(logarithms).sum(axis: -1).scalars : []
    let share = smoothing / Float(count)
    var errors = Tensor.zeros(classes.shape)
    errors.withUnsafeMutableScalars { errors in
      logarithms.withUnsafeScalars { logarithms in
        forEachItem { item, place, weight in
          errors[item] = -logarithms[place] * weight
          if smoothing > 0 { errors[item] = (1 - smoothing) * errors[item] - share * evenly[item] }
        }
      }
    }
    return errors
  }

  /// (softmax · what the target sums to − target) · upstream, row by row.
  func pullback(_ logarithms: Tensor, upstream: Tensor) -> Tensor {
    let column = classes.shape + [1]
    var gradient = logarithms.exp()
    if weights != nil || ignored != nil { gradient = gradient * targetSums.reshape(column) }
    if smoothing > 0 {
      let share = (weights ?? Tensor.ones([count])) * (smoothing / Float(count))
      gradient = gradient - (ignored == nil ? share : share * isCounted.reshape(column))
    }
    gradient.withUnsafeMutableScalars { gradient in
      forEachItem { _, place, weight in gradient[place] -= (1 - smoothing) * weight }
    }
    return gradient * upstream.reshape(column)
  }

  /// The sum of all counted items' weights; stops the program when there is none.
  func totalWeight(_ operation: @autoclosure () -> String) -> Float {
    var (total, counted) = (0.0, 0)
    forEachItem { _, _, weight in
      total += Double(weight)
      counted += 1
    }
    if classes.count == 0 { stop(operation(), "the batch is empty, it has no mean") }
    if counted == 0, let ignored {
      stop(
        operation(),
        "every item has the class \(ignored), which is ignored, so there is no mean; leave out such "
          + "batches, or take the reduction .sum")
    }
    if total == 0 {
      stop(operation(), "the classes of all items have the weight 0, so there is no mean")
    }
    return Float(total)
  }

  /// What each item's target sums to: 0 for one that is ignored.
  private var targetSums: Tensor {
    let evenly = smoothing * (weights.map { $0.mean().item } ?? 1)
    return perItem { (1 - smoothing) * $0 + evenly }
  }

  /// 1 for each item that counts, 0 for the others.
  private var isCounted: Tensor { perItem { _ in 1 } }

  private func perItem(_ value: (_ weight: Float) -> Float) -> Tensor {
    var result = Tensor.zeros(classes.shape)
    result.withUnsafeMutableScalars { result in
      forEachItem { item, _, weight in result[item] = value(weight) }
    }
    return result
  }

  private func weighted(_ rows: Tensor) -> Tensor { weights.map { rows * $0 } ?? rows }
}
