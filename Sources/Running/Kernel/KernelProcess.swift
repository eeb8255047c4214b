import CKernels
import Foundation

/// A running kernel, seen from outside: its streams, and nothing of what they mean.
final class KernelProcess {
  let process: pid_t
  let commands: Int32
  let output: Int32
  let errors: Int32
  let events: Int32

  /// Starts `executable kernel` in a process group of its own, so that Ctrl-C in the terminal
  /// reaches only lectern, which then stops the step properly.
  init(executable: String, environment: [String: String]) throws {
    let (input, output, errors, events) = (
      try Channel(), try Channel(), try Channel(), try Channel()
    )
    let childEvents: Int32 = 3
    process = try SpawnedProcess.start(
      executable, ["kernel"],
      environment: environment.merging([
        "LECTERN_EVENTS": "\(childEvents)",
        // Our own report names the lesson's line; the runtime's would name generated code.
        "SWIFT_BACKTRACE": "enable=no",
      ]) { $1 },
      descriptors: [
        (input.readEnd, 0), (output.writeEnd, 1), (errors.writeEnd, 2),
        (events.writeEnd, childEvents),
      ])
    for end in [input.readEnd, output.writeEnd, errors.writeEnd, events.writeEnd] { close(end) }
    commands = input.writeEnd
    self.output = output.readEnd
    self.errors = errors.readEnd
    self.events = events.readEnd
  }

  /// Sends one command. False when the kernel is gone.
  func send(_ command: KernelCommand) -> Bool {
    guard var line = try? JSONEncoder().encode(command) else { return false }
    line.append(UInt8(ascii: "\n"))
    // A command is shorter than a pipe's buffer, so it is written whole or not at all.
    return line.withUnsafeBytes { write(commands, $0.baseAddress, $0.count) } == line.count
  }

  /// Ends the kernel and all its copies.
  deinit {
    for descriptor in [commands, output, errors, events] { close(descriptor) }
    kill(-process, SIGKILL)
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  }
}
