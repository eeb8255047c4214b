import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Callback {
  /// Ctrl-C ends the training after the batch or epoch that is being trained: `fit` returns as if
  /// it were over, with a model that can be used and saved. A second Ctrl-C ends the program.
  ///
  /// For programs that run by themselves. In a lesson, `lectern` ends the whole run.
  public static var stopOnInterrupt: Callback {
    var previous: (@convention(c) (Int32) -> Void)?
    let decide = { Interrupt.wasAsked.load(ordering: .relaxed) ? Decision.stop : .proceed }
    return Callback(
      atStart: { _ in
        // Stored first: the handler must find it initialised.
        Interrupt.wasAsked.store(false, ordering: .relaxed)
        previous = signal(SIGINT) { _ in
          Interrupt.wasAsked.store(true, ordering: .relaxed)
          signal(SIGINT, SIG_DFL)
        }
        return .proceed
      },
      afterBatch: { _ in decide() },
      afterEpoch: { _ in decide() },
      atEnd: { signal(SIGINT, previous) })
  }
}

private enum Interrupt {
  static let wasAsked = Atomic(false)
}
