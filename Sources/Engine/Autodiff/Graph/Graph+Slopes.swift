extension Graph {
  /// The gradients of `result`, a single number, with respect to the variables behind it. Changes
  /// no variable and releases nothing.
  ///
  /// - Parameter keepingAll: also those of the results of operations, not of what was given alone.
  static func slopes(
    of result: Variable, keepingAll: Bool = false
  ) -> [ObjectIdentifier: Contribution] {
    var slopes: [ObjectIdentifier: Contribution] = [:]
    slopes[ObjectIdentifier(result)] = .dense(.ones(result.value.shape))
    // Last computed first, so that a gradient is complete when its turn comes.
    for variable in operations(before: result).reversed() {
      let key = ObjectIdentifier(variable)
      guard case .operation(let operation) = variable.origin,
        let upstream = keepingAll ? slopes[key] : slopes.removeValue(forKey: key)
      else { continue }
      for (parent, contribution) in zip(operation.parents, operation.pullback(upstream.tensor)) {
        guard let contribution, parent.requiresGradient else { continue }
        var sum = slopes.removeValue(forKey: ObjectIdentifier(parent))
        sum.add(contribution)
        slopes[ObjectIdentifier(parent)] = sum
      }
    }
    return slopes
  }
}
