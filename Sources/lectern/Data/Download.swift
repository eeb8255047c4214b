import Foundation
import Running

/// Downloads an archive into a partial file, from where an earlier call was stopped.
struct Download {
  var address: String
  var folder: FetchedFolder
  /// Is called with the bytes that are there.
  var progress: (Int) -> Void
  var interruption: Interruption
  private let curl: Tool

  init(
    address: String, folder: FetchedFolder, interruption: Interruption,
    progress: @escaping (Int) -> Void
  ) throws {
    (self.address, self.folder, self.progress) = (address, folder, progress)
    self.interruption = interruption
    curl = try Tool("curl")
  }

  /// The MD5 that the publisher gives in a small file beside the archive.
  func publishedMD5() throws -> String {
    let address = address + ".md5"
    var text: [UInt8] = []
    let outcome = try curl.run(
      limits + ["--", address], in: folder.store, interruption: interruption
    ) { bytes in
      text += bytes
      if text.count > 4096 { throw notAChecksum(address) }
    }
    guard outcome.status == 0 else {
      throw FetchFailure.download(address, complaint: outcome.complaint, kept: 0)
    }
    // `MD5 (name) = …`, or `…  name`.
    let words = String(decoding: text, as: UTF8.self).split { $0.isWhitespace }
    let digest = words.first { $0.utf8.count == 32 && $0.allSatisfy(\.isHexDigit) }
    guard let digest else { throw notAChecksum(address) }
    return digest.lowercased()
  }

  /// Returns when the partial file is the whole archive. After a failure of the network, or
  /// Ctrl-C, it is kept; after any other it is not.
  func run(expecting md5: String) throws {
    if size > 0 {
      if FileDigest.md5(of: folder.partial) == md5 { return }
      if try transfer(), FileDigest.md5(of: folder.partial) == md5 { return }
      // It was damaged, or it is of another edition.
      remove()
    }
    guard try transfer() else {
      throw FetchFailure.download(address, complaint: "the server sends no file", kept: 0)
    }
    let found = FileDigest.md5(of: folder.partial)
    guard found == md5 else {
      remove()
      throw FetchFailure.digest(of: address, "MD5", found: found, known: md5)
    }
  }

  /// - Returns: false when the server cannot go on where the partial file ends.
  private func transfer() throws -> Bool {
    let start = size
    var count = start
    var outcome: Tool.Outcome
    do {
      let file = try FileWriter(path: folder.partial, isNew: false)
      let from = start > 0 ? ["--continue-at", "\(start)"] : []
      outcome = try curl.run(
        limits + from + ["--", address], in: folder.store, interruption: interruption
      ) { bytes in
        count += bytes.count
        if count > limit { throw tooLarge }
        try file.write(bytes)
        progress(count)
      }
      if outcome.status == 0 { try file.finish() }
    } catch is Interrupted {
      if size == 0 { remove() }
      throw Interrupted()
    } catch {
      remove()
      throw error
    }
    if outcome.status == 0 { return true }
    // The server refuses (22), knows no ranges (33), or has less than we do (36).
    if start > 0, [22, 33, 36].contains(outcome.status) { return false }
    if size == 0 { remove() }
    throw FetchFailure.download(address, complaint: outcome.complaint, kept: size)
  }

  private let limits = [
    "--silent", "--show-error", "--fail", "--location", "--globoff",
    "--proto", "=https,http,file", "--proto-redir", "=https",
    "--connect-timeout", "20", "--speed-limit", "1", "--speed-time", "60",
  ]

  private var limit: Int { 2 * folder.archive.size }

  private var tooLarge: MissingTool {
    FetchFailure.archive(
      "\(address) has more than \(FetchFailure.megabytes(limit)), twice what is known of it")
  }

  private func notAChecksum(_ address: String) -> MissingTool {
    MissingTool(
      message: "\(address) holds no MD5",
      advice: "look whether the address is right; nothing was kept")
  }

  private var size: Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: folder.partial)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }

  private func remove() { try? FileManager.default.removeItem(atPath: folder.partial) }
}
