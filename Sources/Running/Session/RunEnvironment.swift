import Foundation

/// What running needs of the machine; the same for all lessons of one call.
public struct RunEnvironment: Sendable {
  public var toolchain: Toolchain
  /// Stands for the build of the modules that steps can import.
  public var fingerprint: String
  /// Finished runs and compiled steps live here.
  public var cacheFolder: String
  /// Imported in every step without being written there.
  public var preludeModules: [String]
  public var interruption: Interruption?

  /// Finds everything that is needed beside the running program.
  ///
  /// - Parameters:
  ///   - executable: the running program.
  ///   - stepModules: all modules whose code a step can reach; a change of one reruns lessons.
  /// - Throws: ``MissingTool``.
  public init(
    executable: String, cacheFolder: String, preludeModules: [String], stepModules: [String],
    interruption: Interruption? = nil
  ) throws {
    try Self.make(cacheFolder)
    toolchain = try Toolchain.find(executable: executable, cache: cacheFolder)
    fingerprint = try ModuleFingerprint(
      products: URL(fileURLWithPath: executable).deletingLastPathComponent().path,
      modules: stepModules, memory: "\(cacheFolder)/modules"
    ).compute()
    self.cacheFolder = cacheFolder
    self.preludeModules = preludeModules
    self.interruption = interruption
  }

  private static func make(_ folder: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw MissingTool(
        message: "the cache folder \(folder) cannot be made: \(error.localizedDescription)",
        advice: "check the disk and the permissions of the folder above it")
    }
  }

  var compiler: StepCompiler {
    StepCompiler(
      toolchain: toolchain, fingerprint: fingerprint,
      store: StepStore(folder: "\(cacheFolder)/steps"), interruption: interruption)
  }

  public var cache: RunCache { RunCache(folder: cacheFolder) }

  /// Where the keys of all runs begin.
  var keyBase: String {
    Digest.of(
      "run", toolchain.version, fingerprint, Toolchain.flags.joined(separator: " "),
      preludeModules.joined(separator: " "))
  }
}
