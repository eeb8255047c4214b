import Foundation
import Lessons

/// The one place that knows how to call the compiler.
///
/// Results are kept under a key made of everything that they depend on, so a step compiles
/// once, in whatever session or process it is needed.
struct StepCompiler: Sendable {
  var toolchain: Toolchain
  /// Stands for the modules that a step can import.
  var fingerprint: String
  var store: StepStore
  var interruption: Interruption?

  /// Compiles `program`, which sees the modules of `earlier` steps.
  ///
  /// - Throws: when the machine fails; an author's mistake is a ``Compilation``.
  func compile(
    _ program: StepProgram, step: Step, locations: StepLocations, earlier: [CompiledStep]
  ) throws -> Compilation {
    let key = self.key(of: program, earlier: earlier)
    let folder = store.path(of: key)
    if let warnings = store.warnings(of: key) {
      return .compiled(
        CompiledStep(
          program: program, key: key, folder: folder,
          warnings: warnings.map { $0.movingLines(by: step.codeLine - 1) }))
    }
    let workshop = try store.workshop(for: key)
    defer { try? FileManager.default.removeItem(atPath: workshop) }
    // The file's name says which step it is: the line directives do not change it for code that
    // is inlined at top level. Not by `-debug-prefix-map`, whose every value has the compiler build
    // all C modules anew, and keep them.
    let source = "\(workshop)/\(StepLocations.sourceName(ofStep: step.id))"
    try AtomicFile.write(program.source, to: source)

    let compiler = try Subprocess.run(
      toolchain.swiftc,
      arguments(for: program, source: source, workshop: workshop, earlier: earlier),
      interruption: interruption)
    let diagnostics = DiagnosticParser(locations: locations, step: step, program: program)
      .parse(compiler.output)
    guard compiler.status == 0 else {
      if diagnostics.contains(where: { $0.severity == .error }) { return .failed(diagnostics) }
      return .failed(diagnostics + [crash(compiler, step: step)])
    }
    try link(workshop)
    let warnings = diagnostics.filter { $0.severity == .warning }
    try store.keep(
      workshop, as: key, warnings: warnings.map { $0.movingLines(by: 1 - step.codeLine) })
    return .compiled(CompiledStep(program: program, key: key, folder: folder, warnings: warnings))
  }

  private func key(of program: StepProgram, earlier: [CompiledStep]) -> String {
    var digest = Digest()
    for part in [toolchain.version, fingerprint, program.moduleName, program.source] {
      digest.add(part)
    }
    for flag in Toolchain.flags { digest.add(flag) }
    for step in earlier { digest.add(step.key) }
    return String(digest.hexadecimal.prefix(32))
  }

  private func arguments(
    for program: StepProgram, source: String, workshop: String, earlier: [CompiledStep]
  ) -> [String] {
    [
      "-c", source, "-module-name", program.moduleName,
      "-o", "\(workshop)/step.o", "-emit-module",
      "-emit-module-path", "\(workshop)/\(program.moduleName).swiftmodule",
    ] + Toolchain.flags + ["-I", toolchain.modules] + toolchain.moduleMaps
      + earlier.flatMap { ["-I", $0.folder] }
  }

  private func link(_ workshop: String) throws {
    let result = try Subprocess.run(
      toolchain.linker,
      ["-shared", "\(workshop)/step.o", "-o", "\(workshop)/step.so"]
        + toolchain.runtimeObjects + Self.linkFlags,
      interruption: interruption)
    guard result.status == 0 else {
      throw SystemFailure(message: "linking a step failed:\n\(result.output.prefix(2000))")
    }
  }

  #if os(Linux)
    private static let linkFlags: [String] = []
  #else
    private static let linkFlags = ["-undefined", "dynamic_lookup"]
  #endif

  private func crash(_ result: Subprocess.Result, step: Step) -> Diagnostic {
    let reason =
      result.output.split(separator: "\n").first { $0.contains("error:") }.map(String.init)
      ?? "it ended with status \(result.status)"
    return Diagnostic(
      severity: .error, message: "the Swift compiler failed on this step: \(reason)",
      position: SourcePosition(line: step.codeLine, column: 1))
  }
}
