import Foundation

/// A folder with lessons, in which the built program is called as a user calls it. It goes away
/// with the value.
final class Checkout {
  let folder: URL

  /// - Parameter lessons: by file name.
  init(_ lessons: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "lectern-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "Lessons"), withIntermediateDirectories: true)
    for (name, text) in lessons { try write(text, to: "Lessons/\(name)") }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: path))
  }

  /// What a call came to.
  struct Outcome {
    /// Of the exit; negative: the signal that ended the program.
    var status: Int32
    var output: String
    var errors: String
  }

  /// Calls `lectern` and waits for its end.
  func lectern(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
    try start(arguments, environment: environment).wait()
  }

  /// Calls `lectern` and does not wait.
  ///
  /// - Parameter program: another one to call.
  func start(
    _ arguments: [String], environment: [String: String] = [:],
    program: URL = Products.folder.appending(path: "lectern")
  ) throws -> Call {
    let name = UUID().uuidString
    return try Call(
      program, arguments, folder: folder, output: folder.appending(path: "\(name).out"),
      errors: folder.appending(path: "\(name).err"),
      environment: [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
        "HOME": NSHomeDirectory(), "TERM": "xterm-256color", "LECTERN_CACHE": SharedCache.path,
      ].merging(environment) { $1 })
  }
}

/// A running `lectern`. Its streams go to files, so that it never waits for a reader.
struct Call {
  private let process = Process()
  private let output: URL
  private let errors: URL

  fileprivate init(
    _ program: URL, _ arguments: [String], folder: URL, output: URL, errors: URL,
    environment: [String: String]
  ) throws {
    (self.output, self.errors) = (output, errors)
    for file in [output, errors] { try Data().write(to: file) }
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
  }

  var printed: String {
    (try? Data(contentsOf: output)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  func wait() throws -> Checkout.Outcome {
    process.waitUntilExit()
    let status = process.terminationStatus
    return Checkout.Outcome(
      status: process.terminationReason == .exit ? status : -status, output: printed,
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}

/// Compiled steps are shared by all calls, which saves most of the time; the folder goes away
/// with the process.
enum SharedCache {
  static let path: String = {
    atexit { try? FileManager.default.removeItem(atPath: SharedCache.folder) }
    return folder
  }()

  private static let folder =
    FileManager.default.temporaryDirectory.appending(path: "lectern-cache-\(getpid())").path
}

enum Products {
  /// Where the tests and the program are built.
  static let folder: URL = {
    #if os(macOS)
      Bundle(for: Checkout.self).bundleURL.deletingLastPathComponent()
    #else
      Bundle.main.bundleURL
    #endif
  }()
}

/// A whole lesson's text: front matter, and then `body`.
func document(_ body: String) -> String {
  "---\ntitle: A lesson\nsummary: One.\n---\n\n\(body)\n"
}
