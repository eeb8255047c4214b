import Foundation
import Running

/// Gets an archive from its publisher: downloads it, checks it, unpacks the files we know by
/// name, and only then moves them to their place.
struct DataFetch {
  var folder: FetchedFolder
  var interruption: Interruption
  private let progress = ProgressLine()

  init(folder: FetchedFolder, interruption: Interruption) {
    (self.folder, self.interruption) = (folder, interruption)
  }

  private var archive: DataArchive { folder.archive }

  /// - Parameter address: where the archive is.
  /// - Returns: its MD5.
  func run(from address: String) throws -> String {
    defer { progress.clear() }
    // A limit on the size of files is then an error of `write`, as a full disk is.
    signal(SIGXFSZ, SIG_IGN)
    let unzip = try Tool("unzip")
    let download = try Download(
      address: address, folder: folder, interruption: interruption
    ) { show("download", $0, of: archive.size) }
    let md5 = try archive.md5 ?? download.publishedMD5()
    try download.run(expecting: md5)
    do {
      try unpack(with: unzip)
    } catch is Interrupted {
      throw Interrupted()  // The archive is whole: it need not be downloaded again.
    } catch {
      try? FileManager.default.removeItem(atPath: folder.partial)
      throw error
    }
    try? FileManager.default.removeItem(atPath: folder.partial)
    return md5
  }

  private func unpack(with unzip: Tool) throws {
    let entries = try ZipDirectory(
      path: folder.partial, mostUnpacked: 2 * archive.unpackedSize
    ).entries
    // One from a call that was killed.
    try? FileManager.default.removeItem(atPath: folder.workshop)
    guard mkdir(folder.workshop, 0o755) == 0 else {
      throw FetchFailure.cannotWrite(folder.workshop, errno)
    }
    defer { try? FileManager.default.removeItem(atPath: folder.workshop) }
    for file in archive.files + [DataArchive.File(name: archive.readme)] {
      let member = "\(archive.name)/\(file.name)"
      guard let entry = entries.first(where: { $0.name == member }) else {
        throw FetchFailure.archive("the archive does not hold \(member)")
      }
      let path = "\(folder.workshop)/\(file.name)"
      try unpack(entry, to: path, with: unzip)
      if let known = file.sha256, let found = FileDigest.sha256(of: path), found != known {
        throw FetchFailure.digest(of: file.name, "SHA-256", found: found, known: known)
      }
    }
    guard rename(folder.workshop, folder.path) == 0 else {
      throw FetchFailure.cannotWrite(folder.path, errno)
    }
  }

  /// unzip only writes to a pipe: whatever the archive says, it opens no file but the archive.
  private func unpack(_ entry: ZipDirectory.Entry, to path: String, with unzip: Tool) throws {
    let file = try FileWriter(path: path, isNew: true)
    var count = 0
    // Its name for the archive is a pattern, which the name of the folder might spoil.
    let outcome = try unzip.run(
      ["-p", folder.partialName, entry.name], in: folder.store, interruption: interruption
    ) { bytes in
      count += bytes.count
      if count > entry.size {
        throw FetchFailure.archive(
          "\(entry.name) in the archive is larger than the \(entry.size) bytes that it claims")
      }
      try file.write(bytes)
      show("unpack \(entry.name),", count, of: entry.size)
    }
    guard outcome.status == 0, count == entry.size else {
      let words = outcome.complaint.harmless.trimmingCharacters(in: .whitespacesAndNewlines)
      throw FetchFailure.archive(
        "\(entry.name) in the archive is damaged: \(count) of \(entry.size) bytes came out"
          + (words.isEmpty ? "" : "\n  \(words)"))
    }
    try file.finish()
  }

  private func show(_ what: String, _ count: Int, of size: Int) {
    progress.show(
      "\(archive.name): \(what) \(FetchFailure.megabytes(count)) of "
        + FetchFailure.megabytes(max(size, count)))
  }
}
