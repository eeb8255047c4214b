#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lists folders.
enum FolderContents {
  /// The names of all that is in a folder, in order.
  ///
  /// - Throws: ``DataFileError`` when there is no such folder, or it cannot be read.
  static func names(of path: String) throws -> [String] {
    guard let folder = opendir(path) else {
      let reason = errno == ENOENT ? "there is no such folder" : String(cString: strerror(errno))
      throw DataFileError(reason, path: path)
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) {
          String(cString: $0)
        }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
