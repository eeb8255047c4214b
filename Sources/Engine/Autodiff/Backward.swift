import Synchronization

extension Variable {
  /// Adds the gradient of this value to the `gradient` of every variable that it was computed
  /// from, and releases the record of the computation.
  ///
  /// The value must be a single number (a loss) that was computed inside ``recording(_:)``.
  /// Gradients add up over calls until they are set to nil.
  public func backward() {
    if value.count != 1 {
      stop("backward", "needs a single number, such as a loss; the shape is \(value.shape)")
    }
    backward(.ones(value.shape))
  }

  /// Like ``backward()`` for a value of any shape, with the gradient of what was computed from it.
  public func backward(_ upstream: Tensor) {
    if upstream.shape != value.shape {
      stop("backward", "the gradient's shape \(upstream.shape) is not \(value.shape)")
    }
    switch origin {
    case .operation: break
    case .given:
      stop("backward", "nothing was recorded; compute the value inside recording { … }")
    case .released: Variable.stopAtReleasedGraph()
    }
    gradient = upstream
    // Last computed first, each released at once: what it held is freed as the walk goes on.
    var order = Graph.operations(before: self)
    while let variable = order.popLast() { variable.passOnGradient() }
  }

  /// Gives the parents their share of this variable's gradient and forgets both.
  private func passOnGradient() {
    guard case .operation(let operation) = origin else { return }
    origin = .released
    guard let upstream = gradient else { return }
    gradient = nil
    for (parent, contribution) in zip(operation.parents, operation.pullback(upstream)) {
      if let contribution, parent.requiresGradient { parent.accumulated.add(contribution) }
    }
  }

  static func stopAtReleasedGraph() -> Never {
    stop(
      "backward",
      "an earlier backward() released this computation; compute the value again inside "
        + "recording { … }")
  }
}

/// The recorded operations behind a variable.
enum Graph {
  private static let walks = Atomic<UInt64>(0)

  /// The variables that operations gave, operands before results. The walk keeps its own stack,
  /// so that long chains do not overflow the program's.
  static func operations(before result: Variable) -> [Variable] {
    let walk = walks.add(1, ordering: .relaxed).newValue
    var order: [Variable] = []
    var stack: [(variable: Variable, parents: [Variable], next: Int)] = []
    func visit(_ variable: Variable) {
      if variable.lastWalk == walk || !variable.requiresGradient { return }
      variable.lastWalk = walk
      switch variable.origin {
      case .given: return
      case .operation(let operation): stack.append((variable, operation.parents, 0))
      case .released: Variable.stopAtReleasedGraph()
      }
    }
    visit(result)
    while let top = stack.last {
      if top.next < top.parents.count {
        stack[stack.count - 1].next += 1
        visit(top.parents[top.next])
      } else {
        order.append(top.variable)
        stack.removeLast()
      }
    }
    return order
  }
}
