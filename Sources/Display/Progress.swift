/// Tells the reader how far a long computation is. Progress is shown while a step runs and is
/// never part of its output; it costs nothing when nobody listens.
///
/// - Parameters:
///   - fraction: of the whole, 0 to 1.
///   - label: what is being done: `epoch 3 of 5`.
///   - figures: names and values that change meanwhile, in the order to show them.
public func reportProgress(
  _ fraction: Double, _ label: String, figures: KeyValuePairs<String, String> = [:]
) {
  guard EventWriter.descriptor != nil else { return }
  EventWriter.send(
    .object([
      ("event", .string("progress")), ("fraction", .number(min(max(fraction, 0), 1))),
      ("label", .string(label)),
      ("figures", .array(figures.map { .array([.string($0.key), .string($0.value)]) })),
    ]), inOrder: false)
}
