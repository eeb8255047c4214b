#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes whole files without Foundation, which would slow down the compiling of every step.
package enum FileReplacement {
  /// Why a file could not be written. Who writes says it in the words of what the file is for.
  package enum Fault: Error, Equatable {
    case zeroByteInPath
    /// A disk or a socket.
    case notAFile
    /// What the system says: an `errno`.
    case system(Int32)

    /// The fault in words.
    package var reason: String {
      switch self {
      case .zeroByteInPath: "a path cannot contain a zero byte"
      case .system(ENOENT): "there is no such file or folder"
      case .notAFile: "this is a device or a socket, not a file"
      case .system(EACCES): "you have no permission"
      case .system(EISDIR): "this is a folder"
      case .system(ENOSPC): "the disk is full; make room or write to another one"
      case .system(EDQUOT): "your share of the disk is used up; make room or write to another one"
      case .system(EFBIG): "it would be larger than a file may be here; see ulimit -f"
      case .system(ESPIPE): "this is a pipe, and the start of the file is written last"
      case .system(let code): String(cString: strerror(code))
      }
    }
  }

  /// Writes a file beside the one at `path` and renames it, so that there is always either the old
  /// file or the whole new one. It keeps the permissions of a file that is replaced; a symbolic link
  /// stays one. What is a pipe or a terminal is written to and not replaced.
  package static func write(_ parts: [ArraySlice<UInt8>], to path: String) throws(Fault) {
    do {
      try write(to: path) { file in for part in parts { try file.append(part) } }
    } catch {
      throw error as! Fault  // nothing else is thrown above
    }
  }

  /// The same for what is too large to be held in memory: `body` writes it piece by piece. An error
  /// that it throws leaves everything as it was.
  package static func write(to path: String, _ body: (OpenFile) throws -> Void) throws {
    if path.utf8.contains(0) { throw Fault.zeroByteInPath }
    let path = resolvingLinks(path)
    let temporary = "\(path).\(getpid()).partial"
    var old = stat()
    let isReplaced = stat(path, &old) == 0
    switch old.st_mode & S_IFMT {
    case S_IFIFO where isReplaced, S_IFCHR where isReplaced: return try send(to: path, body)
    case S_IFDIR where isReplaced: throw Fault.system(EISDIR)
    case S_IFBLK where isReplaced, S_IFSOCK where isReplaced: throw Fault.notAFile
    default: break
    }
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Fault.system(errno) }
    if isReplaced { fchmod(descriptor, old.st_mode & 0o777) }
    do {
      try body(OpenFile(descriptor: descriptor))
      // The name must not reach the disk before the contents do.
      guard fsync(descriptor) == 0 else { throw Fault.system(errno) }
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw Fault.system(code)
    }
  }

  /// For what takes bytes without keeping them. A file in its place would take a device away from
  /// everybody.
  private static func send(to path: String, _ body: (OpenFile) throws -> Void) throws {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Fault.system(errno) }
    defer { close(descriptor) }
    try body(OpenFile(descriptor: descriptor))
  }

  /// The file that is being written.
  package struct OpenFile {
    fileprivate let descriptor: Int32

    package func append(_ part: ArraySlice<UInt8>) throws(Fault) {
      try FileReplacement.write(part, to: descriptor)
    }

    /// Puts other bytes in the place of the file's first ones; what is appended still comes last.
    package func replaceStart(_ part: ArraySlice<UInt8>) throws(Fault) {
      guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .system(errno) }
      try FileReplacement.write(part, to: descriptor)
      guard lseek(descriptor, 0, SEEK_END) >= 0 else { throw .system(errno) }
    }
  }

  private static func resolvingLinks(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func write(_ part: ArraySlice<UInt8>, to descriptor: Int32) throws(Fault) {
    let code = blockingSizeSignal {
      part.withUnsafeBytes { buffer -> Int32? in
        var done = 0
        while done < buffer.count {
          let put = systemWrite(descriptor, buffer.baseAddress! + done, buffer.count - done)
          if put < 0 && errno == EINTR { continue }
          guard put > 0 else { return errno }
          done += put
        }
        return nil
      }
    }
    if let code { throw .system(code) }
  }

  /// A limit to the size of files (`ulimit -f`) would end the program without a word, and leave the
  /// part that was written: here it is an error like a full disk.
  private static func blockingSizeSignal(_ body: () -> Int32?) -> Int32? {
    var signals = sigset_t(), before = sigset_t(), pending = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGXFSZ)
    pthread_sigmask(SIG_BLOCK, &signals, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let code = body()
    if code == EFBIG, sigpending(&pending) == 0, sigismember(&pending, SIGXFSZ) == 1 {
      var taken: Int32 = 0
      sigwait(&signals, &taken)
    }
    return code
  }
}

// The name is taken by the functions above.
private let systemWrite = write
