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
    /// What the system says: an `errno`.
    case system(Int32)

    /// The fault in words.
    package var reason: String {
      switch self {
      case .zeroByteInPath: "a path cannot contain a zero byte"
      case .system(ENOENT): "there is no such file or folder"
      case .system(EACCES): "you have no permission"
      case .system(let code): String(cString: strerror(code))
      }
    }
  }

  /// Writes a file beside the one at `path` and renames it, so that there is always either the old
  /// file or the whole new one. It keeps the permissions of a file that is replaced; a symbolic link
  /// stays one.
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
    let code = part.withUnsafeBytes { buffer -> Int32? in
      var done = 0
      while done < buffer.count {
        let put = systemWrite(descriptor, buffer.baseAddress! + done, buffer.count - done)
        if put < 0 && errno == EINTR { continue }
        guard put > 0 else { return errno }
        done += put
      }
      return nil
    }
    if let code { throw .system(code) }
  }
}

// The name is taken by the functions above.
private let systemWrite = write
