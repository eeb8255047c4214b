import Foundation
import Running

/// What can go wrong with `lectern data fetch`, in words.
enum FetchFailure {
  static func isBusy(_ store: String) -> MissingTool {
    MissingTool(
      message: "another lectern data fetch is writing to \(store)",
      advice: "wait for its end, then try again")
  }

  static func cannotWrite(_ path: String, _ code: Int32) -> MissingTool {
    // EFBIG: a limit on the size of files is a full disk to whoever meets it.
    let isFull = [ENOSPC, EDQUOT, EFBIG].contains(code)
    return MissingTool(
      message: isFull
        ? "the disk is full: \(path) could not be written (\(String(cString: strerror(code))))"
        : "\(path) could not be written: \(String(cString: strerror(code)))",
      advice: isFull
        ? "free some space, or name a folder on another disk with LECTERN_DATA; nothing was kept"
        : "name another folder with LECTERN_DATA")
  }

  /// - Parameters:
  ///   - complaint: what curl wrote.
  ///   - kept: bytes that the next call need not download.
  static func download(_ address: String, complaint: String, kept: Int) -> MissingTool {
    let words = complaint.harmless.trimmingCharacters(in: .whitespacesAndNewlines)
    return MissingTool(
      message: "\(address) could not be downloaded" + (words.isEmpty ? "" : "\n  \(words)"),
      advice: kept > 0
        ? "check the network and call it again: it goes on after the \(megabytes(kept)) it has"
        : "check the network and the address, then try again; nothing was kept")
  }

  static func archive(_ message: String) -> MissingTool {
    MissingTool(
      message: message,
      advice: "it is not unpacked, and nothing was kept; tell its publisher")
  }

  static func digest(of name: String, _ kind: String, found: String?, known: String) -> MissingTool
  {
    MissingTool(
      message: "\(name) is not what it should be\n  \(kind) \(found ?? "unreadable")\n"
        + "  known \(known)",
      advice: "the download is damaged or the set has changed; nothing was kept")
  }

  static func megabytes(_ bytes: Int) -> String {
    String(format: "%.1f MB", Double(bytes) / 1e6)
  }
}
