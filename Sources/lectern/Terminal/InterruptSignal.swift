import Foundation
import Running

/// Ctrl-C as a descriptor that becomes readable, so that whoever waits for a step or the
/// compiler wakes, stops it and leaves everything in order.
enum InterruptSignal {
  nonisolated(unsafe) private static var writeEnd: Int32 = -1  // set once, before the handler

  /// From now on the first Ctrl-C asks for an orderly end, the second ends at once.
  static func watch() -> Interruption {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    writeEnd = ends[1]
    var watched = sigset_t()
    sigemptyset(&watched)
    defer {
      // Who has started us from a thread that blocks signals did not mean us to.
      pthread_sigmask(SIG_UNBLOCK, &watched, nil)
    }
    for number in [SIGINT, SIGTERM, SIGHUP] {
      sigaddset(&watched, number)
      signal(number) { number in
        var byte: UInt8 = 1
        write(InterruptSignal.writeEnd, &byte, 1)
        signal(number, SIG_DFL)
      }
    }
    return Interruption(descriptor: ends[0])
  }
}
