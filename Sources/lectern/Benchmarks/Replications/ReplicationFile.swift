import Display
import Foundation
import Site

/// The file of results. Two programs may add runs to it at the same time.
struct ReplicationFile {
  var path: String

  /// Empty where there is no file yet.
  func read() throws -> ReplicationResults {
    try ReplicationResults(text: text(), path: path)
  }

  /// Adds a run at the end, unless it is there; the file is always whole.
  func append(_ run: ReplicationRun) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw cannotWrite("\(folder.path) cannot be made")
    }
    let lock = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if lock >= 0 { flock(lock, LOCK_EX) }
    defer { if lock >= 0 { close(lock) } }
    var text = try text()
    if try ReplicationResults(text: text, path: path).contains(run.key) { return }
    if !text.isEmpty && !text.hasSuffix("\n") { text += "\n" }
    text += ReplicationResults.line(run) + "\n"
    do {
      try FileReplacement.write([Array(text.utf8)[...]], to: path)
    } catch {
      throw cannotWrite("\(path) cannot be written: \(error.reason)")
    }
  }

  private func text() throws -> String {
    if !FileManager.default.fileExists(atPath: path) { return "" }
    do {
      return try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw WrongCall(
        message: "\(path) cannot be read as text", advice: "check that it is a file of results")
    }
  }

  private func cannotWrite(_ message: String) -> WrongCall {
    WrongCall(message: message, advice: "name another file with --results")
  }
}
