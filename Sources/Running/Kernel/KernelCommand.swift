/// What the runner asks the kernel process, one JSON object a line.
struct KernelCommand: Codable, Equatable {
  /// The shared library of the step to run.
  var library: String
  var step: String
}
