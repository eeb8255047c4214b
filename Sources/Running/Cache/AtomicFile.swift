import Foundation

/// Files that are either written whole or not at all.
public enum AtomicFile {
  /// Writes beside the file and renames, keeping the permissions of a file that is replaced. A
  /// symbolic link stays one: the file that it names is replaced.
  public static func write(_ data: Data, to path: String) throws {
    let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let temporary = "\(path).\(getpid())-\(UInt32.random(in: 0...UInt32.max)).tmp"
    var mode: mode_t = 0o644
    var old = stat()
    if stat(path, &old) == 0 { mode = old.st_mode & 0o777 }
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw SystemFailure("cannot write \(path)") }
    fchmod(descriptor, mode)
    let isWritten = writeAll(data, to: descriptor)
    guard isWritten, close(descriptor) == 0, rename(temporary, path) == 0 else {
      let failure = SystemFailure("cannot write \(path)")
      if !isWritten { close(descriptor) }
      unlink(temporary)
      throw failure
    }
  }

  public static func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }
}

/// What tells, without reading it, that a file has not changed.
struct FileStamp: Hashable, CustomStringConvertible {
  var path: String
  var size: Int64
  var seconds: Int
  var nanoseconds: Int

  /// A file that is not there has size -1.
  init(path: String) {
    self.path = path
    var status = stat()
    guard stat(path, &status) == 0 else {
      (size, seconds, nanoseconds) = (-1, 0, 0)
      return
    }
    size = Int64(status.st_size)
    #if os(Linux)
      (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    #else
      (seconds, nanoseconds) = (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
    #endif
  }

  var description: String { "\(size) \(seconds).\(nanoseconds) \(path)" }
}
