import Foundation
import Lessons

/// Runs a lesson, and runs it again after an edit from the first step that changed.
///
/// The state of the steps that have run lives in a kernel process and is kept between calls of
/// ``run(_:options:observe:)``. Not to be used from two threads at once.
public final class LessonSession {
  private let environment: RunEnvironment
  private let state: KernelState
  private let digests = FileDigests()

  public init(environment: RunEnvironment) {
    self.environment = environment
    state = KernelState(environment: environment)
  }

  /// Runs what is not known yet and returns what happened with every fence.
  ///
  /// A step that fails costs itself only: later ones go on from the state before it.
  ///
  /// - Throws: ``Interrupted``; ``SystemFailure`` when the machine fails. What was finished
  ///   before is in the cache.
  public func run(
    _ lesson: Lesson, options: RunOptions = RunOptions(), observe: (RunEvent) -> Void = { _ in }
  ) throws -> LessonRun {
    let plan = RunPlan(
      lesson, until: options.until, isFast: options.isFast,
      judgesStarters: options.judgesStarters)
    var work = PlannedRun(lesson: lesson, plan: plan, keys: plan.keys(base: environment.keyBase))
    if options.readsCache { recall(&work) }
    try execute(&work, observe: observe)
    return work.lessonRun
  }

  /// A step whose data have changed is not known, and then neither is what comes after it: keys
  /// name code, and no data.
  private func recall(_ work: inout PlannedRun) {
    var lostAttempts: Set<String> = []
    for (index, item) in work.plan.items.enumerated() {
      if case .attemptCheck(let attempt) = item.kind, lostAttempts.contains(attempt) { continue }
      let entry = environment.cache.entry(
        for: work.keys[index], step: item.step, digests: digests)
      work.remember(entry, at: index)
      guard entry == nil else { continue }
      if item.entersState { return }
      if item.kind == .attempt { lostAttempts.insert(item.step.id) }
    }
  }

  // MARK: executing

  private func execute(_ work: inout PlannedRun, observe: (RunEvent) -> Void) throws {
    let (items, keys) = (work.plan.items, work.keys)
    let needed = work.neededItems
    var compiling: CompileAhead?
    defer { compiling?.cancel() }
    var isSound = true  // no step has failed that should not have

    if !needed.isEmpty { state.keepCommonPrefix(of: work.knownStateKeys) }
    for (index, item) in items.enumerated() {
      guard needed.contains(index), !work.isPointless(item) else {
        work.takeKnown(index, observe: observe)
        continue
      }
      if compiling == nil {
        compiling = ahead(
          needed, from: 0, scope: .init(builder: builder(for: work.lesson)), work)
      }
      guard let pipeline = compiling else { continue }
      let compilation = try pipeline.result(of: index)
      if item.entersState, state.contains(keys[index]) {
        work.takeKnown(index, observe: observe)
        continue
      }

      let isReplay = work.known[index] != nil
      observe(
        item.isShown
          ? .started(item.step, isReplay: isReplay)
          : .rehearsing(item.step, isReplay: isReplay))
      if item.kind != .main, item.attempt == nil || item.kind == .attempt {
        // An earlier call of `run` may have gone further.
        state.keepCommonPrefix(of: work.stateKeys(before: index))
      }
      let outcome = try perform(item, compilation, key: keys[index], work) {
        if !isReplay, item.isShown { observe($0) }
      }
      let isAsPromised = outcome.run.isAsPromised(by: item.step)
      if isSound, isAsPromised || item.attempt != nil, !outcome.isAccident {
        environment.cache.store(
          outcome.run, step: item.step, dataUses: outcome.dataUses, key: keys[index])
      }
      work.note(outcome, at: index, observe: observe)
      if item.entersState, !isAsPromised {
        isSound = false
        guard let scope = pipeline.scope(before: index), case .compiled = compilation else {
          continue  // it did not compile, so later steps do not see it anyway
        }
        pipeline.cancel()
        compiling = ahead(needed, from: index + 1, scope: scope, work)
      }
    }
  }

  private func builder(for lesson: Lesson) -> StepProgramBuilder {
    StepProgramBuilder(lessonPath: lesson.path, preludeModules: environment.preludeModules)
  }

  private func ahead(
    _ needed: Set<Int>, from first: Int, scope: CompileAhead.Scope, _ work: PlannedRun
  ) -> CompileAhead {
    CompileAhead(
      work.plan.items, needed: needed, from: first, scope: scope, compiler: environment.compiler,
      locations: work.locations)
  }

  // MARK: one step

  private func perform(
    _ item: RunPlan.Item, _ compilation: Compilation, key: String, _ work: PlannedRun,
    observe: (RunEvent) -> Void
  ) throws -> StepOutcome {
    switch compilation {
    case .failed(let diagnostics):
      return StepOutcome(run: StepRun(id: item.step.id, outcome: .compileFailed(diagnostics)))
    case .compiled(let compiled) where item.kind == .compileError:
      let failure = Failure(
        kind: .didNotFail, message: "this step is marked ‘error’, but it compiles",
        position: SourcePosition(line: item.step.codeLine, column: 1))
      return StepOutcome(
        run: StepRun(
          id: item.step.id, outcome: .failed(failure), warnings: compiled.warnings))
    case .compiled(let compiled):
      return try run(item, compiled, key: key, work, observe: observe)
    }
  }

  private func run(
    _ item: RunPlan.Item, _ compiled: CompiledStep, key: String, _ work: PlannedRun,
    observe: (RunEvent) -> Void
  ) throws -> StepOutcome {
    let start = ContinuousClock.now
    let execution = try state.execute(item, compiled, key: key) { happening in
      switch happening {
      case .text(let text): observe(.text(text))
      case .errorText(let text): observe(.errorText(text))
      case .event(.display(let data)): observe(.display(data))
      case .event(.progress(let progress)): observe(.progress(progress))
      case .event: break
      }
    }
    if execution.recorder.isCut { observe(.display(["text/plain": StepRecorder.cutNotice])) }
    let verdict = Verdict(
      step: item.step, locations: work.locations,
      symbolicator: Symbolicator(toolchain: environment.toolchain))
    var run = verdict.run(
      of: execution, compiled: compiled, wallSeconds: start.duration(to: .now) / .seconds(1))
    if item.kind == .trap, run.outcome == .succeeded {
      run.outcome = .failed(
        Failure(
          kind: .didNotFail, message: "this step is marked ‘trap’, but it ran to its end",
          position: SourcePosition(line: item.step.codeLine, column: 1)))
    }
    state.settle(item, compiled, key: key, succeeded: run.outcome == .succeeded)
    return StepOutcome(
      run: run, dataUses: uses(execution.dataUses), isAccident: run.isAccident)
  }

  private func uses(_ uses: [DataUse]) -> [RunCache.Entry.Use] {
    var seen: Set<DataUse> = []
    return uses.filter { seen.insert($0).inserted }.map { use in
      let digest = use.sha256 ?? use.path.flatMap { digests.digest(of: $0) } ?? "unreadable"
      return RunCache.Entry.Use(name: use.name, path: use.path, sha256: digest)
    }
  }
}

/// What came of one item of the plan.
struct StepOutcome {
  var run: StepRun
  var dataUses: [RunCache.Entry.Use] = []
  /// It may end otherwise next time: killed, out of time.
  var isAccident = false
}

extension StepRun {
  fileprivate var isAccident: Bool {
    if case .failed(let failure) = outcome {
      [.killed, .timeout].contains(failure.kind)
    } else {
      false
    }
  }
}
