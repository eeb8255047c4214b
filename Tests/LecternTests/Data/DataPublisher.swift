import Foundation

/// The publisher of publisher.py, which all tests share; it ends with the process.
enum DataPublisher {
  private struct HasNotStarted: Error {}

  /// Where its archives are.
  static let folder = FileManager.default.temporaryDirectory
    .appending(path: "lectern-publisher-\(getpid())")

  /// Nil when it has not started.
  private static let port: String? = {
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "publisher.py")
    process.arguments = ["python3", script.path, folder.path]
    process.standardInput = FileHandle.nullDevice
    // Not ours: who reads that would wait for the script's end.
    process.standardOutput = FileHandle.nullDevice
    atexit {
      // Tests run in threads that block gentler signals, and the script has inherited that.
      kill(DataPublisher.process.processIdentifier, SIGKILL)
      try? FileManager.default.removeItem(at: DataPublisher.folder)
    }
    try? process.run()
    let file = folder.appending(path: "port").path
    for _ in 0..<3000 {
      if let port = FileManager.default.contents(atPath: file) {
        return String(decoding: port, as: UTF8.self)
      }
      usleep(20_000)
    }
    return nil
  }()

  private static let process = Process()

  /// - Parameters:
  ///   - way: how it is sent, see publisher.py; nil: it is read as a file.
  ///   - mark: is part of the address, and tells its requests from those of other tests.
  static func address(_ archive: String, way: String? = nil, mark: String = "") throws -> String {
    guard let port else { throw HasNotStarted() }
    let path = "\(archive)/ml-latest-small.zip"
    guard let way else { return "file://\(folder.path)/\(path)" }
    return "http://127.0.0.1:\(port)/\(way)/\(path)?\(mark)"
  }

  /// Where each request for an archive with that mark began, in bytes.
  static func beginnings(mark: String) throws -> [Int] {
    let log = try String(contentsOf: folder.appending(path: "log"), encoding: .utf8)
    return log.split(separator: "\n").filter { $0.contains("?\(mark) ") }
      .compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
  }

  static func bytes(_ archive: String) throws -> Data {
    _ = try address(archive)
    return try Data(contentsOf: folder.appending(path: "\(archive)/ml-latest-small.zip"))
  }
}
