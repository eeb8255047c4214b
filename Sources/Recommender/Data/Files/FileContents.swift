#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reading whole files without Foundation, which would slow down the compiling of every step
/// that imports this module.
enum FileContents {
  /// The largest file read into memory: MovieLens 25M's ratings are a third of it.
  static let largest = 2 << 30

  /// All bytes of the file at `path`.
  ///
  /// - Throws: ``DataFileError`` when there is no such file, it cannot be read, is not a
  ///   regular file, or is larger than `limit` bytes.
  static func bytes(of path: String, limit: Int = largest) throws -> [UInt8] {
    guard !path.utf8.contains(0) else {
      throw DataFileError("a path cannot contain a zero byte", path: path)
    }
    // Without O_NONBLOCK the opening of a pipe would wait for a writer, for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    let size = try self.size(of: descriptor, path: path, limit: limit)
    return try read(descriptor, size: size, path: path)
  }

  private static func size(of descriptor: Int32, path: String, limit: Int) throws -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw DataFileError("this is a folder, not a file", path: path)
    default: throw DataFileError("this is not a regular file", path: path)
    }
    let size = Int(status.st_size)
    guard size <= limit else {
      throw DataFileError("the file has \(size) bytes; at most \(limit) can be read", path: path)
    }
    return size
  }

  private static func read(_ descriptor: Int32, size: Int, path: String) throws -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let free = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        let got = readSome(descriptor, free)
        if got < 0 && errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { break }
        count += got
      }
    }
    if failed { throw failure(path) }
    return bytes
  }

  private static func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int
  {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  private static func failure(_ path: String) -> DataFileError {
    switch errno {
    case ENOENT: DataFileError("there is no such file", path: path)
    case EACCES: DataFileError("you may not read this file", path: path)
    case let code: DataFileError(String(cString: strerror(code)), path: path)
    }
  }
}
