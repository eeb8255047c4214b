import Foundation

/// The programs and folders that turn a step into something that runs.
public struct Toolchain: Sendable {
  public var swiftc: String
  /// Links a shared library: `ld.lld` beside the compiler, else `clang`.
  public var linker: String
  /// What a library needs so that the runtime learns of the conformances it declares.
  var runtimeObjects: [String]
  /// Tells the line of an address; without one, failures name the step's first line.
  public var symbolizer: String?
  /// Holds the modules that a step can import.
  public var modules: String
  /// Flags of the compiler for C modules that the modules above need.
  public var moduleMaps: [String]
  /// `lectern`, which is also the kernel.
  public var executable: String
  /// As `swiftc --version` prints it.
  public var version: String

  /// The flags with which every step is compiled. `-assert-config Debug` keeps the messages of
  /// traps although the code is optimised.
  static let flags = [
    "-swift-version", "5", "-O", "-wmo", "-gline-tables-only", "-assert-config", "Debug",
    "-enable-testing", "-diagnostic-style", "llvm", "-no-color-diagnostics",
  ]

  /// Looks around on this machine.
  ///
  /// - Parameters:
  ///   - executable: the running program; the modules lie beside it.
  ///   - cache: where the compiler's version is remembered; asking takes 50 ms.
  /// - Throws: ``MissingTool``.
  public static func find(executable: String, cache: String) throws -> Toolchain {
    guard let found = Subprocess.find("swiftc") else {
      throw MissingTool(
        message: "there is no swiftc on the PATH",
        advice: "install Swift 6.3 or newer: https://www.swift.org/install")
    }
    let swiftc = URL(fileURLWithPath: found).resolvingSymlinksInPath().path
    // `swiftc` is a link to the driver; its folder holds the rest of the toolchain.
    let folder = URL(fileURLWithPath: swiftc).deletingLastPathComponent().path
    let beside = { (name: String) -> String? in
      let path = "\(folder)/\(name)"
      return FileManager.default.isExecutableFile(atPath: path) ? path : Subprocess.find(name)
    }
    guard let linker = linkerName.lazy.compactMap(beside).first else {
      throw MissingTool(
        message: "there is no linker: neither \(linkerName.joined(separator: " nor ")) was found",
        advice: "reinstall the Swift toolchain, or install clang")
    }
    let products = URL(fileURLWithPath: executable).deletingLastPathComponent().path
    return Toolchain(
      swiftc: found, linker: linker, runtimeObjects: try runtimeObjects(near: folder),
      symbolizer: beside("llvm-symbolizer"),
      modules: "\(products)/Modules",
      moduleMaps: ["-Xcc", "-fmodule-map-file=\(products)/CKernels.build/module.modulemap"],
      executable: executable,
      version: try version(of: found, cache: cache))
  }

  #if os(Linux)
    private static let linkerName = ["ld.lld", "clang"]
  #else
    private static let linkerName = ["clang"]
  #endif

  /// - Parameter folder: that of the compiler.
  private static func runtimeObjects(near folder: String) throws -> [String] {
    #if os(Linux)
      #if arch(arm64)
        let architecture = "aarch64"
      #else
        let architecture = "x86_64"
      #endif
      let path = "\(folder)/../lib/swift/linux/\(architecture)/swiftrt.o"
      guard FileManager.default.fileExists(atPath: path) else {
        throw MissingTool(
          message: "the Swift toolchain is not whole: \(path) is missing",
          advice: "reinstall Swift")
      }
      return [path]
    #else
      return []
    #endif
  }

  private static func version(of swiftc: String, cache: String) throws -> String {
    let key = FileStamp(path: URL(fileURLWithPath: swiftc).resolvingSymlinksInPath().path)
    let store = "\(cache)/swiftc-version"
    if let saved = SealedFile.read(store).map({ String(decoding: $0, as: UTF8.self) }),
      let line = saved.firstIndex(of: "\n"), saved[..<line] == key.description
    {
      return String(saved[saved.index(after: line)...])
    }
    let result = try Subprocess.run(swiftc, ["--version"])
    guard result.status == 0, !result.output.isEmpty else {
      throw MissingTool(
        message: "swiftc --version failed: \(result.output.prefix(200))",
        advice: "check that the Swift toolchain works")
    }
    let version = result.output.trimmingCharacters(in: .whitespacesAndNewlines)
    try? FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
    try? SealedFile.write(Data("\(key)\n\(version)".utf8), to: store)
    return version
  }
}

/// Something that the machine lacks.
public struct MissingTool: Error, CustomStringConvertible {
  public var message: String
  public var advice: String

  public init(message: String, advice: String) {
    self.message = message
    self.advice = advice
  }

  public var description: String { "\(message)\n  \(advice)" }
}
