#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file mapped into memory. A struct without a deinit: who keeps `start` calls `munmap`.
struct MappedFile {
  let start: UnsafeMutablePointer<UInt8>
  let count: Int

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

  func unmap() { munmap(start, count) }

  /// - Throws: ``DataFileError`` when there is no such file, it cannot be read, is empty or not a
  ///   regular file.
  init(_ path: String) throws {
    func fault(_ message: String) -> DataFileError { DataFileError(message, path: path) }
    func systemFault() -> DataFileError {
      switch errno {
      case ENOENT: fault("there is no such file")
      case EACCES: fault("you may not read this file")
      default: fault(String(cString: strerror(errno)))
      }
    }
    if path.utf8.contains(0) { throw fault("a path cannot contain a zero byte") }
    // Without O_NONBLOCK the opening of a pipe would wait for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw systemFault() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw systemFault() }
    if status.st_mode & S_IFMT == S_IFDIR { throw fault("this is a folder, not a file") }
    if status.st_mode & S_IFMT != S_IFREG { throw fault("this is not a regular file") }
    if status.st_size == 0 { throw fault("this is no ratings file: it is empty") }
    count = Int(status.st_size)
    guard let memory = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0),
      memory != MAP_FAILED
    else { throw systemFault() }
    start = memory.assumingMemoryBound(to: UInt8.self)
  }
}
