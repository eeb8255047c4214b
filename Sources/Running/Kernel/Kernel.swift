import CKernels
import Foundation

/// The process that runs the steps of one lesson: `lectern kernel`.
///
/// Before each step it forks. The child runs the step and then waits for the next command; the
/// parent sleeps, a snapshot of the state before the step. When the child dies, for whatever
/// reason, the snapshot wakes, says so, and takes commands in its place. Going back to the
/// state before a step is therefore killing the process that ran it.
///
/// Commands come on standard input, events go to the descriptor `LECTERN_EVENTS`. The kernel
/// itself uses neither Dispatch nor Swift concurrency: threads do not survive a fork.
public enum Kernel {
  /// Serves commands until standard input ends; never returns.
  ///
  /// - Parameter stopThreads: called before each fork; joins all threads of the engine, which
  ///   come back at their next use.
  public static func run(stopThreads: () -> Void) -> Never {
    guard let name = getenv("LECTERN_EVENTS"), let descriptor = Int32(String(cString: name)) else {
      FileHandle.standardError.write(
        Data("lectern kernel is started by lectern itself, not by hand\n".utf8))
      exit(2)
    }
    signal(SIGPIPE, SIG_IGN)
    lectern_buffer_output_by_line()
    let events = EventSink(descriptor: descriptor)
    lectern_install_crash_reporter(descriptor)
    let commands = commandDescriptor()
    events.send(.init(event: "ready"))
    while let command = nextCommand(from: commands) {
      if let child = serve(command, events: events, stopThreads: stopThreads) {
        events.announce(end: lectern_wait(child, commands), of: child)
      }
    }
    _exit(0)
  }

  /// Moves the commands off standard input, so that a step that reads it finds it empty.
  private static func commandDescriptor() -> Int32 {
    let descriptor = dup(STDIN_FILENO)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    let null = open("/dev/null", O_RDONLY)
    dup2(null, STDIN_FILENO)
    close(null)
    return descriptor
  }

  /// Runs one step, in a child when the state before it can be kept. Returns nil where the step
  /// has run, and in the snapshot the child to wait for.
  private static func serve(
    _ command: KernelCommand, events: EventSink, stopThreads: () -> Void
  ) -> pid_t? {
    fflush(nil)
    stopThreads()
    guard lectern_process_thread_count() <= 1 else {
      // A thread that an earlier step has left behind would be missing in the child.
      execute(command, events: events, hasSnapshot: false)
      return nil
    }
    let child = lectern_fork()
    if child > 0 { return child }
    execute(command, events: events, hasSnapshot: child == 0)
    return nil
  }

  /// Loads the step's library and calls its `main`, the code at the top level.
  private static func execute(_ command: KernelCommand, events: EventSink, hasSnapshot: Bool) {
    guard let handle = dlopen(command.library, RTLD_NOW | RTLD_GLOBAL),
      let address = dlsym(handle, "main")
    else {
      let reason = dlerror().map { String(cString: $0) } ?? "no reason given"
      events.send(.init(event: "unloadable", snapshot: hasSnapshot, message: reason))
      if hasSnapshot { _exit(1) }
      return
    }
    let image = lectern_register_image(address)
    events.send(
      .init(
        event: "started", step: command.step, process: getpid(), image: Int(image),
        snapshot: hasSnapshot))
    typealias Main =
      @convention(c) (Int32, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Int32
    let start = ContinuousClock.now
    lectern_set_step_running(1)
    _ = unsafeBitCast(address, to: Main.self)(0, nil)
    lectern_set_step_running(0)
    let elapsed = start.duration(to: .now)
    fflush(nil)
    events.waitUntilRead()
    events.send(
      .init(
        event: "finished", step: command.step,
        seconds: elapsed / .seconds(1), peakMemory: lectern_peak_memory()))
  }

  /// Reads byte by byte: what a buffer held would exist twice after a fork. Commands are few.
  private static func nextCommand(from descriptor: Int32) -> KernelCommand? {
    var line = Data()
    var byte: UInt8 = 0
    while true {
      let count = read(descriptor, &byte, 1)
      if count < 0 && errno == EINTR { continue }
      guard count == 1 else { return nil }
      if byte == UInt8(ascii: "\n") { break }
      line.append(byte)
    }
    return try? JSONDecoder().decode(KernelCommand.self, from: line)
  }
}

/// The kernel's end of the channel to the runner.
private struct EventSink {
  let descriptor: Int32

  func send(_ event: KernelEvent.Wire) {
    guard var line = try? JSONEncoder().encode(event) else { return }
    line.append(UInt8(ascii: "\n"))
    // Without a reader there is nobody to tell.
    _ = writeAll(line, to: descriptor)
  }

  /// Says how the process of a step ended; `status` as waitpid(2) gives it.
  func announce(end status: Int32, of child: pid_t) {
    waitUntilRead()
    send(
      .init(
        event: "woken", process: child, signal: status & 0x7f, status: (status >> 8) & 0xff))
  }

  /// Waits until the runner has read all that was printed: text and events travel separately.
  /// Gives up after a second, for the runner may be gone.
  func waitUntilRead() {
    for stream in [STDOUT_FILENO, STDERR_FILENO] {
      var unread: Int32 = 0
      for _ in 0..<20_000 {
        guard ioctl(stream, UInt(FIONREAD), &unread) == 0, unread > 0 else { break }
        usleep(50)
      }
    }
  }
}
