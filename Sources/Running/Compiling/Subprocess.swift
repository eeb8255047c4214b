import Foundation

/// Runs a program to its end and gathers what it says.
enum Subprocess {
  struct Result {
    /// Exit status; negative: the signal that killed it.
    var status: Int32
    var output: String
  }

  /// Standard output and error come together, as on a terminal; at most 4 MiB are kept.
  static func run(
    _ executable: String, _ arguments: [String],
    environment: [String: String] = ProcessInfo.processInfo.environment,
    interruption: Interruption? = nil
  ) throws -> Result {
    let output = try Channel()
    defer { close(output.readEnd) }
    let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer { close(null) }
    let process: pid_t
    do {
      defer { close(output.writeEnd) }
      process = try SpawnedProcess.start(
        executable, arguments, environment: environment,
        descriptors: [(null, 0), (output.writeEnd, 1), (output.writeEnd, 2)])
    }
    let (bytes, wasInterrupted) = gather(from: output.readEnd, interruption: interruption)
    if wasInterrupted { kill(-process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    if wasInterrupted { throw Interrupted() }
    let signal = status & 0x7f
    return Result(
      status: signal == 0 ? (status >> 8) & 0xff : -signal,
      output: String(decoding: bytes, as: UTF8.self))
  }

  private static func gather(
    from descriptor: Int32, interruption: Interruption?
  ) -> (bytes: [UInt8], wasInterrupted: Bool) {
    var bytes: [UInt8] = []
    var streams = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
    if let interruption {
      streams.append(pollfd(fd: interruption.descriptor, events: Int16(POLLIN), revents: 0))
    }
    while true {
      guard poll(&streams, nfds_t(streams.count), -1) > 0 else { continue }
      if streams.count > 1, streams[1].revents != 0 { return (bytes, true) }
      guard let chunk = readAvailable(from: descriptor) else { return (bytes, false) }
      if bytes.count < 4 << 20 { bytes += chunk }
    }
  }

  /// The first executable file of that name on `PATH`.
  static func find(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
