import CKernels
import Foundation

/// A kernel and the steps it has run: runs the next one, goes back before an earlier one.
///
/// Not to be used from two threads at once. The kernel ends with the session.
final class KernelSession {
  /// What a step does while it runs, for whoever watches.
  enum Happening {
    case text(String)
    case errorText(String)
    case event(KernelEvent)
  }

  private struct Loaded {
    var process: pid_t
    var library: String
    var hasSnapshot: Bool
  }

  private let kernel: KernelProcess
  private let interruption: Interruption?
  private var lines = LineBuffer()
  private var loaded: [Loaded] = []
  private(set) var isLost = false

  /// How many steps the present state holds.
  var depth: Int { loaded.count }

  init(executable: String, interruption: Interruption?) throws {
    signal(SIGPIPE, SIG_IGN)
    kernel = try KernelProcess(
      executable: executable, environment: ProcessInfo.processInfo.environment)
    self.interruption = interruption
  }

  /// Runs a step's library. Afterwards the state includes the step exactly when it finished.
  ///
  /// - Throws: `Interrupted` after Ctrl-C; the state is then that before the step.
  func execute(
    step: String, library: String, timeout: Double, observe: (Happening) -> Void
  ) throws -> Execution {
    var watch = Watch(step: step, library: library, deadline: .now + .seconds(timeout))
    guard !isLost, kernel.send(KernelCommand(library: library, step: step)) else {
      isLost = true
      return watch.execution
    }
    while watch.isRunning {
      try receive(into: &watch, observe: observe)
    }
    if watch.execution.end == .kernelLost { isLost = true }
    if case .finished = watch.execution.end {
      loaded.append(
        Loaded(
          process: watch.process ?? 0, library: library, hasSnapshot: watch.execution.hasSnapshot))
    } else if !watch.execution.hasSnapshot {
      isLost = true
    }
    return watch.execution
  }

  /// Goes back to the state in which `depth` steps had run. False when that state is not to be
  /// had any more: start a new session and run the steps again.
  func rewind(to depth: Int) -> Bool {
    while loaded.count > depth {
      guard !isLost, let last = loaded.popLast(), last.hasSnapshot else {
        isLost = true
        return false
      }
      kill(last.process, SIGKILL)
      var watch = Watch(step: "", library: "", deadline: .now + .seconds(10))
      watch.process = last.process
      while watch.isRunning {
        do { try receive(into: &watch, observe: { _ in }) } catch { isLost = true }
        if isLost { return false }
      }
      guard case .died = watch.execution.end else {
        isLost = true
        return false
      }
    }
    return true
  }

  // MARK: receiving

  /// What is known of the step that is running.
  private struct Watch {
    let step: String
    let library: String
    var deadline: ContinuousClock.Instant
    var process: pid_t?
    var isRunning = true
    var wasInterrupted = false
    var timeIsUp = false
    var unloadable: String?
    var execution = Execution()
    var liveText = TextPieces()
    var liveErrorText = TextPieces()
    var images: [Int: String] = [:]

    init(step: String, library: String, deadline: ContinuousClock.Instant) {
      (self.step, self.library, self.deadline) = (step, library, deadline)
    }

    mutating func end(_ end: Execution.End) {
      execution.end = end
      isRunning = false
    }
  }

  /// Waits for one of the streams and takes what is there. Events come before text: whoever
  /// sends an event has first waited until its text was read.
  private func receive(into watch: inout Watch, observe: (Happening) -> Void) throws {
    var streams = [kernel.events, kernel.output, kernel.errors].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    if let interruption {
      streams.append(pollfd(fd: interruption.descriptor, events: Int16(POLLIN), revents: 0))
    }
    let wait = ContinuousClock.now.duration(to: watch.deadline) / .milliseconds(1)
    _ = poll(&streams, nfds_t(streams.count), Int32(min(max(wait.rounded(.up), 0), 60_000)))
    let isReady = streams.map { $0.revents != 0 }

    if isReady[0] {
      guard let bytes = readAvailable(from: kernel.events) else { return watch.end(.kernelLost) }
      for line in lines.append(bytes) {
        if let event = KernelEvent(line: line) { take(event, into: &watch, observe: observe) }
      }
    } else {
      if isReady[1], let bytes = readAvailable(from: kernel.output) {
        let accepted = watch.execution.recorder.append(text: bytes)
        let text = watch.liveText.append(accepted)
        if !text.isEmpty { observe(.text(text)) }
      }
      if isReady[2], let bytes = readAvailable(from: kernel.errors) {
        watch.execution.recorder.append(error: bytes)
        let text = watch.liveErrorText.append(bytes[...])
        if !text.isEmpty { observe(.errorText(text)) }
      }
    }
    if isReady.count > 3, isReady[3], watch.isRunning {
      stop(&watch)
      throw Interrupted()
    }
    if watch.isRunning, ContinuousClock.now >= watch.deadline { escalate(&watch) }
  }

  private func take(
    _ event: KernelEvent, into watch: inout Watch, observe: (Happening) -> Void
  ) {
    switch event {
    case .ready: break
    case .started(_, let process, let image, let snapshot):
      watch.process = process
      watch.images[image] = watch.library
      watch.execution.hasSnapshot = snapshot
    case .display(let data):
      if watch.execution.recorder.isCut { break }
      watch.execution.recorder.append(display: data)
    case .expectation(let file, let line, let column, let message):
      if watch.execution.expectations.count < 100 {
        watch.execution.expectations.append(
          .init(file: file, line: line, column: column, message: message))
      }
    case .data(let name, let path, let digest):
      watch.execution.dataUses.append(DataUse(name: name, path: path, sha256: digest))
    case .progress: break
    case .crash(_, let frames, let thrown):
      watch.execution.frames = addresses(of: frames, in: watch)
      watch.execution.thrownFrames = addresses(of: thrown, in: watch)
    case .interrupted(let frames):
      watch.execution.frames = addresses(of: frames, in: watch)
    case .exit(let frames):
      watch.execution.calledExit = true
      watch.execution.frames = addresses(of: frames, in: watch)
    case .unloadable(let message, let snapshot):
      watch.unloadable = message
      if !snapshot { watch.end(.unloadable(message)) }
    case .finished(_, let seconds, let memory):
      watch.end(.finished(seconds: seconds, peakMemory: memory))
    case .woken(let process, let signal, let status):
      // Older copies may wake late; only the step's own end counts.
      guard watch.process == nil || watch.process == process else { break }
      if let message = watch.unloadable {
        watch.end(.unloadable(message))
      } else {
        watch.end(watch.timeIsUp ? .timedOut : .died(signal: signal, status: status))
      }
    }
    observe(.event(event))
  }

  /// Images are numbered in the order of loading, so earlier steps have the lower numbers.
  private func addresses(of frames: [KernelEvent.Frame], in watch: Watch) -> [CodeAddress] {
    frames.compactMap { frame in
      let library =
        watch.images[frame.image]
        ?? (loaded.indices.contains(frame.image) ? loaded[frame.image].library : nil)
      return library.map { CodeAddress(library: $0, offset: frame.offset) }
    }
  }

  // MARK: stopping

  /// Time is up: first asks the step to say where it is, then kills it, then gives up.
  private func escalate(_ watch: inout Watch) {
    let process = watch.process
    if !watch.timeIsUp, let process {
      watch.timeIsUp = true
      watch.deadline = .now + .milliseconds(500)
      kill(process, lectern_interrupt_signal())
    } else if !watch.wasInterrupted, let process {
      watch.timeIsUp = true
      watch.wasInterrupted = true
      watch.deadline = .now + .seconds(5)
      kill(process, SIGKILL)
    } else {
      isLost = true
      watch.end(watch.timeIsUp ? .timedOut : .kernelLost)
    }
  }

  /// Kills the running step and waits until the state before it is back.
  private func stop(_ watch: inout Watch) {
    guard let process = watch.process, watch.execution.hasSnapshot else {
      isLost = true
      return
    }
    kill(process, SIGKILL)
    watch.deadline = .now + .seconds(5)
    while watch.isRunning, ContinuousClock.now < watch.deadline {
      var stream = pollfd(fd: kernel.events, events: Int16(POLLIN), revents: 0)
      guard poll(&stream, 1, 1000) > 0, let bytes = readAvailable(from: kernel.events) else {
        continue
      }
      for line in lines.append(bytes) {
        if let event = KernelEvent(line: line) { take(event, into: &watch, observe: { _ in }) }
      }
    }
    if watch.isRunning { isLost = true }
  }
}

/// Ctrl-C stopped the work.
public struct Interrupted: Error {
  public init() {}
}

/// A descriptor that becomes readable when work should stop.
public struct Interruption: Sendable {
  public let descriptor: Int32

  public init(descriptor: Int32) { self.descriptor = descriptor }
}
