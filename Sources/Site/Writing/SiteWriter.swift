import Foundation

/// Puts a site into a folder, touching only what differs and only what Lectern made.
public struct SiteWriter: Sendable {
  /// What writing changed, as sorted paths.
  public struct Changes: Sendable, Equatable {
    public var written: [String] = []
    public var removed: [String] = []

    public var isEmpty: Bool { written.isEmpty && removed.isEmpty }
  }

  private let folder: URL

  /// - Parameter folder: made when it is not there. One that holds files of somebody else, and
  ///   no site of Lectern's, is refused.
  public init(folder: URL) {
    self.folder = folder
  }

  /// Writes the files whose bytes differ, each through a temporary file, and removes those of an
  /// earlier site that are no longer part of it.
  ///
  /// An interrupted call leaves whole files only, all of them listed, so the next call mends it.
  /// Calls at the same time, also of other processes, wait for each other.
  ///
  /// - Throws: ``SiteWritingError``.
  @discardableResult
  public func write(_ files: [SiteFile]) throws(SiteWritingError) -> Changes {
    let lock = try FolderLock(folder)
    defer { lock.release() }
    let earlier = try earlierManifest()
    let paths = Set(files.map(\.path))
    try refuseForeign(paths.subtracting(earlier.paths))
    let stale = earlier.paths.subtracting(paths).sorted()
    try save(SiteManifest(paths: paths.union(stale)))
    var changes = Changes()
    for file in files.sorted(by: { $0.path < $1.path }) where try write(file) {
      changes.written.append(file.path)
    }
    for path in stale where try remove(path) { changes.removed.append(path) }
    try save(SiteManifest(paths: paths))
    return changes
  }

  /// The one that lies in the folder; an empty one for a folder that is empty or not there.
  private func earlierManifest() throws(SiteWritingError) -> SiteManifest {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    if names.isEmpty { return SiteManifest(paths: []) }
    if let text = try? String(contentsOf: url(SiteManifest.name), encoding: .utf8),
      let manifest = SiteManifest(text: text)
    {
      return manifest
    }
    throw SiteWritingError(
      message: "\(folder.path) holds files that Lectern did not make",
      advice: "choose an empty folder or another one with --output")
  }

  /// Files of ours must not replace a file of the user's that happens to have the same name.
  private func refuseForeign(_ newPaths: Set<String>) throws(SiteWritingError) {
    let taken = newPaths.sorted().first { FileManager.default.fileExists(atPath: url($0).path) }
    guard let taken else { return }
    throw SiteWritingError(
      message: "\(url(taken).path) is there already and was not made by Lectern",
      advice: "move it away or choose another folder with --output")
  }

  /// Whether anything had to be written.
  private func write(_ file: SiteFile) throws(SiteWritingError) -> Bool {
    guard SiteManifest.staysInside(file.path) else {
      throw SiteWritingError(
        message: "‘\(file.path)’ does not lie in the site's folder",
        advice: "use a path without ‘..’")
    }
    return try write(Data(file.bytes), to: file.path)
  }

  private func save(_ manifest: SiteManifest) throws(SiteWritingError) {
    _ = try write(Data(manifest.text.utf8), to: SiteManifest.name)
  }

  private func write(_ data: Data, to path: String) throws(SiteWritingError) -> Bool {
    let target = url(path)
    if (try? Data(contentsOf: target)) == data { return false }
    do {
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: target, options: .atomic)
    } catch {
      throw SiteWritingError(error, at: target.path)
    }
    return true
  }

  private func remove(_ path: String) throws(SiteWritingError) -> Bool {
    let target = url(path)
    guard FileManager.default.fileExists(atPath: target.path) else { return false }
    do {
      try FileManager.default.removeItem(at: target)
    } catch {
      throw SiteWritingError(error, at: target.path)
    }
    return true
  }

  private func url(_ path: String) -> URL { folder.appending(path: path) }
}
