import Foundation
import Running

/// A file that is written piece by piece. It is closed with the value.
final class FileWriter {
  private let path: String
  private let descriptor: Int32

  /// - Parameter isNew: it must not exist; otherwise it may, and is appended to.
  init(path: String, isNew: Bool) throws {
    self.path = path
    let way = isNew ? O_EXCL : O_APPEND
    descriptor = open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | way, 0o644)
    guard descriptor >= 0 else { throw FetchFailure.cannotWrite(path, errno) }
  }

  deinit { close(descriptor) }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes
    while !rest.isEmpty {
      let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw FetchFailure.cannotWrite(path, errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Some file systems tell of a full disk only now.
  func finish() throws {
    guard fsync(descriptor) == 0 else { throw FetchFailure.cannotWrite(path, errno) }
  }
}
