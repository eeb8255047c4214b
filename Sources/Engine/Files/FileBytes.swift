import Display

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
    do {
      try FileReplacement.write(parts, to: path)
    } catch {
      throw ModelFileError(path: path, reason: error.reason)
    }
  }

  private static func zeroByte(_ path: String) -> ModelFileError {
    ModelFileError(path: path, reason: "a path cannot contain a zero byte")
  }

  private static func failure(_ path: String, _ code: Int32) -> ModelFileError {
    let reason =
      switch code {
      case ENOENT: "there is no such file or folder"
      case EACCES: "you have no permission"
      default: String(cString: strerror(code))
      }
    return ModelFileError(path: path, reason: reason)
  }
}
