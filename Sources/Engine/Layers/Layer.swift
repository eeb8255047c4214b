import Display

/// A part of a model: a struct that holds parameters and is called like a function.
///
///     struct RowDotProduct: Layer {
///       func callAsFunction(_ users: Variable, _ movies: Variable) -> Variable {
///         (users * movies).sum(axis: 1)
///       }
///     }
///
/// Its ``parameters`` are found by reflection, so none can be forgotten: every `Variable` in a
/// stored property, also inside other layers and other structs, classes (inherited properties
/// first), enums, arrays, tuples, optionals, property wrappers and dictionaries (in the order of their
/// keys). What is shared is listed once. Sets of layers, lazy properties without a value yet and types
/// with a `customMirror` stop the program with a message. Three things cannot be seen: what a closure
/// captures, what lies behind a pointer, and what is computed or static; keep those layers in stored
/// properties as well.
///
/// What a layer is called with is its own business; one that a ``Trainer`` is to train is a
/// ``Model``.
public protocol Layer {
  /// The variables that training changes, named after the properties that lead to them, in the
  /// order in which these are declared: `userFactors.weight`.
  var parameters: [NamedParameter] { get }
}

extension Layer {
  public var parameters: [NamedParameter] { ParameterCollector.parameters(of: self) }

  /// How many numbers training can change.
  public var parameterCount: Int {
    parameters.filter(\.variable.requiresGradient).reduce(0) { $0 + $1.variable.value.count }
  }

  /// The parameters with their shapes and counts as a table, the total in the last row. Frozen
  /// ones (see ``freeze(_:)``) are marked and do not count in the total; running statistics and
  /// other variables that never train are left out.
  public func summary() -> Table {
    let parameters = parameters.filter { $0.variable.requiresGradient || $0.variable.isFrozen }
    let isAnyFrozen = parameters.contains(where: \.variable.isFrozen)
    var rows = parameters.map { parameter in
      let value = parameter.variable.value
      return SummaryRow(
        name: parameter.name, shape: "\(value.shape)", count: value.count,
        mark: parameter.variable.isFrozen ? "frozen" : nil)
    }
    rows.append(
      SummaryRow(
        name: isAnyFrozen ? "total to train" : "total", shape: nil, count: parameterCount, mark: nil
      ))
    return Table(rows, limit: .none) {
      Column(rowHeader: "parameter", \.name)
      Column("shape", \.shape)
      Column("count", \.count, format: .decimals(0).grouped)
      if isAnyFrozen { Column("", \.mark) }
    }
  }
}

/// A parameter in a model's summary, or their total.
private struct SummaryRow {
  let name: String
  let shape: String?
  let count: Int
  let mark: String?
}

/// A parameter and the path of properties that leads to it.
public struct NamedParameter {
  /// `userFactors.weight`; the members of an array by number, `layers.0.bias`, those of a dictionary
  /// by key, `towers.users.weight`.
  public let name: String
  public let variable: Variable

  public init(name: String, variable: Variable) {
    self.name = name
    self.variable = variable
  }
}

/// A layer that makes predictions from one input, so that a ``Trainer`` can train it.
///
///     struct Line: Model {
///       let slope = Variable(0), intercept = Variable(0)
///       func callAsFunction(_ x: Tensor) -> Variable { slope * Variable(x) + intercept }
///     }
public protocol Model: Layer {
  /// What one batch holds for the model: a tensor, or the user and movie ids of some ratings.
  associatedtype Input

  /// The predictions for a batch; the first axis is the batch's.
  func callAsFunction(_ input: Input) -> Variable
}
