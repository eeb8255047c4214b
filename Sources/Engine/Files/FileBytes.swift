#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whole files, read and replaced without Foundation, which would slow down the compiling of every
/// step.
package enum FileBytes {
  /// All bytes of the file at `path`.
  static func read(_ path: String) throws -> [UInt8] {
    do {
      return try WholeFile.read(path)
    } catch {
      switch error {
      case .zeroByteInPath: throw zeroByte(path)
      case .folder, .notRegular, .tooLarge:
        throw ModelFileError(path: path, reason: "this is not a regular file")
      case .system(let code): throw failure(path, code)
      }
    }
  }

  /// Writes a file beside the one at `path` and renames it, so that there is always either the old
  /// file or the whole new one. It keeps the permissions of a file that is replaced; a symbolic link
  /// stays one.
  package static func replace(_ path: String, with parts: [ArraySlice<UInt8>]) throws {
    let path = resolvingLinks(try checked(path))
    let temporary = "\(path).\(getpid()).partial"
    var old = stat()
    let isReplaced = stat(path, &old) == 0
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    do {
      if isReplaced { fchmod(descriptor, old.st_mode & 0o777) }
      do {
        for part in parts { try write(part, to: descriptor, path) }
        // The name must not reach the disk before the contents do.
        guard fsync(descriptor) == 0 else { throw failure(path) }
      } catch {
        close(descriptor)
        throw error
      }
      guard close(descriptor) == 0, rename(temporary, path) == 0 else { throw failure(path) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static func checked(_ path: String) throws -> String {
    if path.utf8.contains(0) { throw zeroByte(path) }
    return path
  }

  private static func zeroByte(_ path: String) -> ModelFileError {
    ModelFileError(path: path, reason: "a path cannot contain a zero byte")
  }

  private static func resolvingLinks(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func write(
    _ part: ArraySlice<UInt8>, to descriptor: Int32, _ path: String
  ) throws {
    try part.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let put = systemWrite(descriptor, buffer.baseAddress! + done, buffer.count - done)
        if put < 0 && errno == EINTR { continue }
        guard put > 0 else { throw failure(path) }
        done += put
      }
    }
  }

  private static func failure(_ path: String, _ code: Int32 = errno) -> ModelFileError {
    let reason =
      switch code {
      case ENOENT: "there is no such file or folder"
      case EACCES: "you have no permission"
      default: String(cString: strerror(code))
      }
    return ModelFileError(path: path, reason: reason)
  }
}

// The name is taken by the function above.
private let systemWrite = write
