/// A tensor that gradients can be taken with respect to: a node of the graph of a computation.
///
/// ```swift
/// let weight = Variable([1, 2, 3])
/// let loss = recording { (weight * weight).sum() }
/// loss.backward()
/// weight.gradient  // [2, 4, 6]
/// ```
///
/// A class, since identity has a meaning: two layers that share a weight share the variable.
/// Inside ``recording(_:)`` every operation on variables records how to take its gradient;
/// outside, operations just compute.
public final class Variable {
  /// The data. Optimizers change it in place.
  public var value: Tensor

  /// The gradient that ``backward()`` has summed up so far, or nil. Only variables made with
  /// ``init(_:requiresGradient:name:)`` keep one, not the results of operations. Set it to nil before
  /// the next batch.
  public var gradient: Tensor? {
    get {
      if case .rows(let rows) = accumulated { accumulated = .dense(rows.dense) }
      guard case .dense(let tensor) = accumulated else { return nil }
      return tensor
    }
    set { accumulated = newValue.map { .dense($0) } }
  }

  /// The gradient in the form in which it came.
  var accumulated: Contribution?

  /// What drawings of a computation call this variable; see ``graph(slopes:naming:)``.
  public var name: String?

  /// Whether ``backward()`` computes a gradient for this variable. False freezes a parameter.
  public var requiresGradient: Bool {
    didSet { if requiresGradient { isFrozen = false } }
  }

  /// Whether it is a parameter that ``Layer/freeze(_:)`` froze, and not one that never trains.
  var isFrozen = false

  /// How the value came about.
  var origin: Origin

  /// Stamp of the last walk over the graph that came by; see `Graph`.
  var lastWalk: UInt64 = 0

  /// - Parameters:
  ///   - requiresGradient: false for data and for parameters that are frozen.
  ///   - name: what drawings of a computation call it.
  public init(_ value: Tensor, requiresGradient: Bool = true, name: String? = nil) {
    self.value = value
    self.requiresGradient = requiresGradient
    self.name = name
    origin = .given
  }

  init(_ value: Tensor, recorded operation: Operation) {
    self.value = value
    requiresGradient = true
    origin = .operation(operation)
  }

  /// Frees the graph with a loop: a chain of a million variables, each the last holder of the
  /// one before, would otherwise overflow the stack.
  deinit {
    var doomed = takeParents()
    while var variable = doomed.popLast() {
      if isKnownUniquelyReferenced(&variable) { doomed += variable.takeParents() }
    }
  }

  /// Gives up the record of the operation, which nobody else then holds.
  private func takeParents() -> [Variable] {
    guard case .operation(let operation) = origin else { return [] }
    origin = .released
    return operation.parents
  }
}

/// How the value of a variable came about.
enum Origin {
  /// It was given, or computed without recording.
  case given
  case operation(Operation)
  /// By an operation whose record an earlier `backward()` used up.
  case released
}

/// One recorded step of a computation.
struct Operation {
  /// As `#function` gives it, `matmul(_:transposeLeft:)`: nothing is allocated for it.
  let name: StaticString
  let parents: [Variable]
  let constant: Constant?
  /// Takes the gradient of the result and gives one for each parent. It must not hold a
  /// variable: what it needs of the operands it holds as tensors. A parent that needs no
  /// gradient may get nil.
  let pullback: (Tensor) -> [Contribution?]
}

/// An operand that no gradient is taken with respect to.
enum Constant {
  case left(Tensor), right(Tensor)
  /// Such as an exponent.
  case number(Float)
}

/// What an operation adds to the gradient of one of its operands.
enum Contribution {
  case dense(Tensor)
  /// What comes back from a lookup.
  case rows(RowGradient)
}

extension Contribution {
  var tensor: Tensor {
    switch self {
    case .dense(let tensor): tensor
    case .rows(let rows): rows.dense
    }
  }
}

extension Contribution? {
  mutating func add(_ contribution: Contribution) {
    switch (take(), contribution) {
    case (nil, let first): self = first
    case (.rows(var rows), .rows(let more)):
      rows.append(more)
      self = rows.contribution
    case (.rows(let rows), .dense(let tensor)): accumulate(rows.dense, .dense(tensor))
    case (.dense(let sum), let next): accumulate(sum, next)
    }
  }

  private mutating func accumulate(_ sum: consuming Tensor, _ next: Contribution) {
    var sum = sum
    switch next {
    case .dense(let tensor): sum += tensor
    case .rows(let rows): sum.scatterAdd(rows.rows, at: rows.indices)
    }
    self = .dense(sum)
  }
}
