#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads whole files without Foundation, which would slow down the compiling of every step.
package enum WholeFile {
  /// Why a file could not be read. Who reads says it in the words of what the file is for.
  package enum Fault: Error {
    case zeroByteInPath
    case folder
    case notRegular
    case tooLarge(size: Int)
    /// What the system says: an `errno`.
    case system(Int32)
  }

  /// All bytes of the file at `path`.
  ///
  /// - Parameter limit: the largest size that is read, in bytes.
  package static func read(_ path: String, limit: Int = .max) throws(Fault) -> [UInt8] {
    if path.utf8.contains(0) { throw .zeroByteInPath }
    // Without O_NONBLOCK the opening of a pipe would wait for a writer, for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    let size = try size(of: descriptor)
    if size > limit { throw .tooLarge(size: size) }
    return try read(descriptor, size: size)
  }

  private static func size(of descriptor: Int32) throws(Fault) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return Int(status.st_size)
    case S_IFDIR: throw .folder
    default: throw .notRegular
    }
  }

  private static func read(_ descriptor: Int32, size: Int) throws(Fault) -> [UInt8] {
    var fault: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = systemRead(descriptor, buffer.baseAddress! + count, size - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { fault = errno }
        if got <= 0 { break }
        count += got
      }
    }
    if let fault { throw .system(fault) }
    return bytes
  }
}

// The name is taken by the functions above.
private let systemRead = read
