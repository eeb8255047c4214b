import Dispatch
import Foundation
import Lessons
import Synchronization

/// Compiles the steps of a plan in order on a thread of its own, ahead of their running: step
/// k + 1 needs step k's module, not its results.
final class CompileAhead: Sendable {
  /// What the steps of a lesson look like to the next one.
  struct Scope: Sendable {
    var builder: StepProgramBuilder
    var earlier: [CompiledStep] = []
    /// The scope after the starter or wrong answer at hand.
    var attempt: AttemptScope?
  }

  struct AttemptScope: Sendable {
    var builder: StepProgramBuilder
    var earlier: [CompiledStep]
  }

  private struct State {
    var results: [Int: Result<Compilation, any Error>] = [:]
    /// The scope before each item, to start again from when an item fails.
    var scopes: [Int: Scope] = [:]
    var isCancelled = false
  }

  private let items: [RunPlan.Item]
  private let needed: Set<Int>
  private let compiler: StepCompiler
  private let locations: StepLocations
  private let state = Mutex(State())
  private let produced = DispatchSemaphore(value: 0)

  /// Starts with item `first`, which sees `scope`. Only `needed` items are compiled.
  init(
    _ items: [RunPlan.Item], needed: Set<Int>, from first: Int, scope: Scope,
    compiler: StepCompiler,
    locations: StepLocations
  ) {
    self.items = items
    self.needed = needed
    self.compiler = compiler
    self.locations = locations
    let thread = Thread { [self] in work(from: first, scope: scope) }
    thread.stackSize = 64 << 20  // swift-syntax walks deep trees recursively
    thread.start()
  }

  /// Waits until item `index` is compiled. Items are asked for in order, each once at most.
  func result(of index: Int) throws -> Compilation {
    while true {
      if let result = state.withLock({ $0.results.removeValue(forKey: index) }) {
        return try result.get()
      }
      produced.wait()
    }
  }

  /// What item `index` sees; known once its result is.
  func scope(before index: Int) -> Scope? { state.withLock { $0.scopes[index] } }

  /// Stops after the step that is being compiled.
  func cancel() { state.withLock { $0.isCancelled = true } }

  private func work(from first: Int, scope: Scope) {
    var scope = scope
    for index in items.indices.dropFirst(first) where needed.contains(index) {
      if state.withLock({ $0.isCancelled }) { return }
      let before = scope
      let result = Result { try compile(items[index], in: &scope) }
      state.withLock {
        $0.scopes[index] = before
        $0.results[index] = result
      }
      produced.signal()
    }
  }

  private func compile(_ item: RunPlan.Item, in scope: inout Scope) throws -> Compilation {
    var (builder, earlier) = (scope.builder, scope.earlier)
    if case .attemptCheck = item.kind, let attempt = scope.attempt {
      (builder, earlier) = (attempt.builder, attempt.earlier)
    }
    let program: StepProgram
    do {
      program = try builder.add(item.step)
    } catch let problems as LessonProblems {
      return .failed(problems.problems.map(Diagnostic.init))
    }
    let compilation = try compiler.compile(
      program, step: item.step, locations: locations, earlier: earlier)
    guard case .compiled(let compiled) = compilation else { return compilation }
    switch item.kind {
    case .main: (scope.builder, scope.earlier) = (builder, earlier + [compiled])
    case .attempt: scope.attempt = AttemptScope(builder: builder, earlier: earlier + [compiled])
    default: break
    }
    return compilation
  }
}

extension Diagnostic {
  /// What Lectern itself refuses, in the form of a compiler's message.
  init(_ problem: LessonProblem) {
    self.init(
      severity: .error,
      message: problem.message + (problem.advice.map { "; \($0)" } ?? ""),
      position: problem.position)
  }
}
