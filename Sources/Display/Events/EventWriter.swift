#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes what a step shows to the runner, one JSON object a line.
///
/// The runner names the descriptor in the environment (`LECTERN_EVENTS`). Without it, as in a
/// program of one's own that uses these modules, displayed values are printed instead.
enum EventWriter {
  /// The descriptor to write to, or nil when no runner listens.
  static let descriptor: Int32? = getenv("LECTERN_EVENTS").flatMap { Int32(String(cString: $0)) }

  /// Sends `event` as one line. Text that the step has printed before goes first: the runner
  /// shows both in the order in which they were produced.
  static func send(_ event: JSONValue, inOrder: Bool = true) {
    guard let descriptor else { return }
    if inOrder { waitUntilRead() }
    var line = event.rendered
    line.append("\n")
    line.withUTF8 { write($0, to: descriptor) }
  }

  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let chunk = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: rest))
      #if canImport(Glibc)
        let count = Glibc.write(descriptor, chunk.baseAddress, chunk.count)
      #else
        let count = Darwin.write(descriptor, chunk.baseAddress, chunk.count)
      #endif
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Flushes standard output and error and waits until the runner has taken what is in their
  /// pipes. Events and text travel separately; this keeps them in order without trusting
  /// anything the step prints. Gives up after a second: the runner may be gone.
  static func waitUntilRead() {
    fflush(nil)
    for stream in [STDOUT_FILENO, STDERR_FILENO] {
      var unread: Int32 = 0
      for _ in 0..<20_000 {
        guard ioctl(stream, UInt(FIONREAD), &unread) == 0, unread > 0 else { break }
        usleep(50)
      }
    }
  }
}
