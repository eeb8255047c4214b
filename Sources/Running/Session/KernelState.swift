/// The state of a lesson at hand: a kernel, and which steps it has run.
///
/// When the kernel is lost, or a snapshot could not be taken, the state is made again by
/// running the steps that it consists of.
final class KernelState {
  private struct Layer {
    var key: String
    var compiled: CompiledStep
    var timeout: Double
  }

  private let environment: RunEnvironment
  private var session: KernelSession?
  /// The steps that make up the state.
  private var layers: [Layer] = []
  /// The starter or wrong answer at hand, on top of the layers.
  private var attempt: Layer?

  init(environment: RunEnvironment) { self.environment = environment }

  func contains(_ key: String) -> Bool { layers.contains { $0.key == key } }

  /// Forgets the steps from the first on that is not as in `keys`.
  func keepCommonPrefix(of keys: [String]) {
    let common = zip(layers, keys).prefix { $0.key == $1 }.count
    layers.removeSubrange(common...)
    attempt = nil
  }

  /// Runs a step on the state that it sees.
  func execute(
    _ item: RunPlan.Item, _ compiled: CompiledStep, key: String,
    observe: (KernelSession.Happening) -> Void
  ) throws -> Execution {
    if case .attemptCheck = item.kind {} else { attempt = nil }
    let session = try sessionAtState()
    return try session.execute(
      step: item.step.id, library: compiled.library, timeout: item.step.timeout, observe: observe)
  }

  /// Keeps what the step has done, when it belongs to the state and succeeded.
  func settle(_ item: RunPlan.Item, _ compiled: CompiledStep, key: String, succeeded: Bool) {
    guard succeeded else { return }
    let layer = Layer(key: key, compiled: compiled, timeout: item.step.timeout)
    switch item.kind {
    case .main: layers.append(layer)
    case .attempt: attempt = layer
    default: break
    }
  }

  /// The kernel, gone back or brought forward to the state.
  private func sessionAtState() throws -> KernelSession {
    let wanted = layers + (attempt.map { [$0] } ?? [])
    if let session, !session.isLost, session.depth >= wanted.count,
      session.rewind(to: wanted.count)
    {
      return session
    }
    let fresh = try KernelSession(
      executable: environment.toolchain.executable, interruption: environment.interruption)
    session = fresh
    for layer in wanted {
      let execution = try fresh.execute(
        step: layer.compiled.program.moduleName, library: layer.compiled.library,
        timeout: layer.timeout, observe: { _ in })
      guard case .finished = execution.end else {
        throw SystemFailure(
          message: "a step that ran before ended differently when it was run again to bring its "
            + "state back: \(layer.compiled.program.moduleName)")
      }
    }
    return fresh
  }
}
