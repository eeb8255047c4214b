/// What the kernel did with one step, before anyone says what it means.
struct Execution {
  enum End: Equatable {
    case finished(seconds: Double, peakMemory: Int)
    /// The step's process died of a signal, or exited with a status when `signal` is 0.
    case died(signal: Int32, status: Int32)
    /// It did not end in time and was stopped.
    case timedOut
    /// The library could not be loaded; why.
    case unloadable(String)
    /// The kernel itself is gone, and all state with it.
    case kernelLost
  }

  struct Expectation: Equatable {
    var file: String
    var line: Int
    var column: Int
    var message: String
  }

  var end = End.kernelLost
  var recorder = StepRecorder()
  var expectations: [Expectation] = []
  /// Names, and either a path to hash or a digest.
  var dataUses: [DataUse] = []
  /// Where the step was when it was stopped, innermost first: library and offset.
  var frames: [CodeAddress] = []
  /// Where the last error was thrown.
  var thrownFrames: [CodeAddress] = []
  /// Did it call `exit`?
  var calledExit = false
  /// False when the state before the step cannot be brought back.
  var hasSnapshot = true
}

/// A place in a compiled step.
struct CodeAddress: Equatable {
  var library: String
  var offset: Int
}

/// A step's word that it has opened a data set.
struct DataUse: Hashable {
  var name: String
  var path: String?
  var sha256: String?
}
