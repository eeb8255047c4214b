import Display
import Foundation
import Testing

@Suite struct FileReplacementTests {
  @Test func `a file is written whole, over an old one, and nothing is left beside it`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/replace-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/file"
    for contents in [[[1, 2, 3], [], [4]], [[5]]] as [[[UInt8]]] {
      try FileReplacement.write(contents.map { $0[...] }, to: path)
      #expect(FileManager.default.contents(atPath: path) == Data(contents.joined()))
    }
    // A folder cannot be replaced.
    try FileManager.default.createDirectory(
      atPath: folder + "/full/inner", withIntermediateDirectories: true)
    #expect(throws: FileReplacement.Fault.system(EISDIR)) {
      try FileReplacement.write([[1]], to: folder + "/full")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["file", "full"])
  }

  @Test func `what is wrong is said in words`() {
    #expect(throws: FileReplacement.Fault.zeroByteInPath) {
      try FileReplacement.write([[1]], to: "a\0b")
    }
    #expect(throws: FileReplacement.Fault.system(ENOENT)) {
      try FileReplacement.write([[1]], to: "/no/such/folder/file")
    }
    #expect(FileReplacement.Fault.system(ENOENT).reason == "there is no such file or folder")
    #expect(FileReplacement.Fault.system(EACCES).reason == "you have no permission")
  }

  @Test func `a pipe is written to and stays a pipe`() throws {
    let path = FileManager.default.temporaryDirectory.path + "/pipe-\(UUID().uuidString)"
    try #require(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    // Open for both, so that nobody waits for the other end.
    let reader = open(path, O_RDWR | O_NONBLOCK)
    defer { close(reader) }
    try FileReplacement.write([[1, 2], [3]], to: path)
    var bytes = [UInt8](repeating: 0, count: 9)
    #expect(read(reader, &bytes, 9) == 3)
    #expect(bytes[..<3] == [1, 2, 3])
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    #expect(throws: FileReplacement.Fault.system(ESPIPE)) {
      try FileReplacement.write(to: path) { try $0.replaceStart([1]) }
    }
  }

  @Test(.enabled(if: access("/dev/full", W_OK) == 0))
  func `a full device is named`() {
    #expect(throws: FileReplacement.Fault.system(ENOSPC)) {
      try FileReplacement.write([[1]], to: "/dev/full")
    }
    #expect(FileReplacement.Fault.system(ENOSPC).reason.hasPrefix("the disk is full"))
    var status = stat()
    #expect(stat("/dev/full", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  /// In a process of its own, whose files have a largest size: writing stops in the middle.
  @Test func `where a file does not fit, the old one stays and nothing else`() async {
    await #expect(processExitsWith: .success) {
      let folder = FileManager.default.temporaryDirectory.path + "/small-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try FileReplacement.write([[7]], to: folder + "/file")
      var limit = rlimit()
      getrlimit(fileSizeLimit, &limit)
      limit.rlim_cur = 1 << 16
      setrlimit(fileSizeLimit, &limit)
      #expect(throws: FileReplacement.Fault.system(EFBIG)) {
        try FileReplacement.write(
          [[1, 2], [UInt8](repeating: 3, count: 1 << 17)[...]], to: folder + "/file")
      }
      #expect(FileManager.default.contents(atPath: folder + "/file") == Data([7]))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["file"])
    }
  }
}

#if canImport(Glibc)
  private let fileSizeLimit = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
#else
  private let fileSizeLimit = RLIMIT_FSIZE
#endif
