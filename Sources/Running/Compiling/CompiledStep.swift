import Lessons

/// A step that compiled: a shared library to run and a module for later steps to import.
struct CompiledStep: Sendable, Equatable {
  var program: StepProgram
  /// Names everything that the compiler's result depends on.
  var key: String
  /// Holds the module and the library.
  var folder: String
  var warnings: [Diagnostic]

  var library: String { "\(folder)/step.so" }
}

/// What came of compiling a step.
enum Compilation: Sendable, Equatable {
  case compiled(CompiledStep)
  /// At least one error, in the order of the compiler.
  case failed([Diagnostic])
}
