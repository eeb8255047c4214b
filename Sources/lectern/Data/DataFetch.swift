import Foundation
import Running

/// Gets an archive from its publisher: downloads, unpacks the files we know by name, checks
/// each, and only then moves them to their place.
struct DataFetch {
  var archive: DataArchive
  /// Where the files shall lie; does not exist yet.
  var folder: String

  /// Bytes; far more than any archive we know of, and less than would fill a disk.
  private static let largestArchive = 200_000_000

  /// - Parameter address: another place to get the archive from.
  func run(from address: String?) throws {
    let tools = (try Tool("curl"), try Tool("unzip"))
    let parent = URL(fileURLWithPath: folder).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    let workshop = parent.appending(path: ".fetch-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: workshop, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: workshop) }

    let zip = workshop + "/archive.zip"
    try download(from: address ?? archive.address, to: zip, with: tools.0)
    let unpacked = workshop + "/files"
    try tools.1.run(["-q", "-j", zip] + archive.files.map(\.path) + ["-d", unpacked]) {
      MissingTool(
        message: "the archive does not hold \(archive.files.map(\.path).joined(separator: ", "))",
        advice: "its publisher may have changed it; download it by hand and look")
    }
    try check(unpacked)
    try FileManager.default.moveItem(atPath: unpacked, toPath: folder)
  }

  private func download(from address: String, to path: String, with curl: Tool) throws {
    let bar = Terminal.isLive ? ["--progress-bar"] : ["--silent", "--show-error"]
    let limits = [
      "--fail", "--location", "--proto", "=https,http,file", "--proto-redir", "=https",
      "--max-filesize", "\(Self.largestArchive)", "--connect-timeout", "20",
    ]
    try curl.run(bar + limits + ["--output", path, "--", address]) {
      MissingTool(
        message: "\(address) could not be downloaded",
        advice: "check the network and try again; nothing was kept")
    }
  }

  private func check(_ unpacked: String) throws {
    for file in archive.files {
      let found = FileDigest.sha256(of: "\(unpacked)/\(file.name)")
      guard found == file.sha256 else {
        throw MissingTool(
          message: "\(file.name) is not what it should be\n   SHA-256 \(found ?? "unreadable")\n"
            + "   known   \(file.sha256)",
          advice: "the download is damaged or the set has changed; nothing was kept")
      }
    }
  }
}

/// A program of the machine's, called without a shell; its messages go to standard error.
private struct Tool {
  private let path: String

  init(_ name: String) throws {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(
      separator: ":")
    let found = folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
    guard let found else {
      throw MissingTool(message: "there is no \(name) on the PATH", advice: "install \(name)")
    }
    path = found
  }

  func run(_ arguments: [String], orThrow failure: () -> MissingTool) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardOutput = FileHandle.standardError
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw failure() }
  }
}
