import Foundation
import Running

/// Where a set is after it was fetched.
struct FetchedFolder {
  enum State: Equatable {
    case absent
    case whole
    case lacks(file: String)
  }

  var archive: DataArchive
  /// The folder of all sets.
  var store: String

  var path: String { "\(store)/\(archive.name)" }

  /// What has been downloaded so far; its name without the folder.
  var partialName: String { ".\(archive.name).zip.part" }
  var partial: String { "\(store)/\(partialName)" }

  /// Files that are not yet checked.
  var workshop: String { "\(store)/.\(archive.name).unpacked" }

  var state: State {
    guard FileManager.default.fileExists(atPath: path) else { return .absent }
    let missing = archive.files.first {
      !FileManager.default.fileExists(atPath: "\(path)/\($0.name)")
    }
    return missing.map { .lacks(file: $0.name) } ?? .whole
  }

  /// Makes the folder of all sets and keeps other calls of `lectern data fetch` out of it.
  ///
  /// - Returns: a descriptor; the folder is free again when it is closed.
  func lockStore() throws -> Int32 {
    do {
      try FileManager.default.createDirectory(
        atPath: store, withIntermediateDirectories: true)
    } catch {
      throw MissingTool(
        message: "the folder \(store) cannot be made",
        advice: "check its path and permissions, or name another folder with LECTERN_DATA")
    }
    let descriptor = open(store, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FetchFailure.cannotWrite(store, errno) }
    // A file system that knows no locks refuses them with another error: that is no reason to stop.
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(descriptor)
      throw FetchFailure.isBusy(store)
    }
    return descriptor
  }
}
