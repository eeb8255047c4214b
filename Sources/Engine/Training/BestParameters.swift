/// The parameters of the epoch whose figure was the smallest. A class, since the closures of one
/// callback share it.
final class BestParameters {
  private let variables: [Variable]
  private var watch = ImprovementWatch(threshold: 0)
  private var epoch = 0
  private var values: [Tensor] = []

  init(of variables: [Variable]) { self.variables = variables }

  /// Looks at the epochs that a resumed training has behind it.
  func start(with figures: [(epoch: Int, figure: Double)]) {
    watch = ImprovementWatch(threshold: 0)
    var bestEpoch = 0
    for (epoch, figure) in figures where watch.note(figure) { bestEpoch = epoch }
    // A checkpoint may have been made after the best epoch, but before this could take note of
    // it; then the parameters are still that epoch's.
    if bestEpoch != epoch { take(bestEpoch) }
  }

  func note(_ epoch: Int, _ figure: Double) {
    if watch.note(figure) { take(epoch) }
  }

  func putBack() {
    for (variable, value) in zip(variables, values) { variable.value = value }
  }

  /// What a checkpoint must keep.
  var memory: [Tensor] {
    get { values.isEmpty ? [] : [Tensor(Float(epoch))] + values }
    set {
      epoch = newValue.first.flatMap { Int(exactly: $0.item) } ?? 0
      values = Array(newValue.dropFirst())
    }
  }

  func accepts(_ memory: [Tensor]) -> Bool {
    if memory.isEmpty { return true }
    return memory[0].count == 1
      && memory.dropFirst().map(\.shape) == variables.map(\.value.shape)
  }

  private func take(_ epoch: Int) {
    self.epoch = epoch
    values = epoch == 0 ? [] : variables.map(\.value)
  }
}
