import Foundation

/// Keeps other processes that write into a folder waiting; goes away with its process.
struct FolderLock {
  /// Negative where the folder's disk knows no locks: nobody waits then.
  private let descriptor: Int32

  /// Makes the folder when it is not there, and waits until nobody else holds it.
  init(_ folder: URL) throws(SiteWritingError) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw SiteWritingError(error, at: folder.path)
    }
    descriptor = open(folder.path, O_RDONLY | O_CLOEXEC)
    if descriptor >= 0 { flock(descriptor, LOCK_EX) }
  }

  func release() { if descriptor >= 0 { close(descriptor) } }
}
