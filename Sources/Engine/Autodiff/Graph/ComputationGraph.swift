/// The recorded operations behind a value, as a drawing shows them; see
/// ``Variable/graph(slopes:naming:)``.
///
/// A value of its own: it does not change when a later `backward()` releases the record.
public struct ComputationGraph: Sendable {
  /// Operands before the results that they enter; the last node is the value that was asked for.
  public let nodes: [Node]
  /// Whether slopes were computed.
  public let hasSlopes: Bool

  public struct Node: Sendable {
    public enum Kind: Sendable {
      case operation
      /// A variable that gradients are taken with respect to.
      case variable
      /// Data, and variables that need no gradient.
      case constant
    }

    public let kind: Kind
    /// The name of the operation, `matmul`, or of the variable.
    public let label: String
    /// Which nodes enter the operation, in order.
    public let inputs: [Int]
    public let shape: [Int]
    /// The value, where it has at most ``ComputationGraph/mostElements`` elements.
    public let value: Tensor?
    /// The gradient of the last node with respect to this one; nil where none was asked for,
    /// none is needed, or it has too many elements.
    public let slope: Tensor?
  }

  /// Larger tensors are shown by their shape alone.
  public static let mostElements = 16
}
