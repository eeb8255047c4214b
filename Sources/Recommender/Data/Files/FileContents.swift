import Engine

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads whole data files.
enum FileContents {
  /// The largest file read into memory: MovieLens 25M's ratings are a third of it.
  static let largest = 2 << 30

  /// All bytes of the file at `path`.
  ///
  /// - Throws: ``DataFileError`` when there is no such file, it cannot be read, is not a
  ///   regular file, or is larger than `limit` bytes.
  static func bytes(of path: String, limit: Int = largest) throws -> [UInt8] {
    do {
      return try WholeFile.read(path, limit: limit)
    } catch {
      throw DataFileError(message(for: error, limit: limit), path: path)
    }
  }

  private static func message(for fault: WholeFile.Fault, limit: Int) -> String {
    switch fault {
    case .zeroByteInPath: "a path cannot contain a zero byte"
    case .folder: "this is a folder, not a file"
    case .notRegular: "this is not a regular file"
    case .tooLarge(let size): "the file has \(size) bytes; at most \(limit) can be read"
    case .system(ENOENT): "there is no such file"
    case .system(EACCES): "you may not read this file"
    case .system(let code): String(cString: strerror(code))
    }
  }
}
