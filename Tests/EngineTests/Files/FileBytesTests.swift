import Foundation
import Testing

@testable import Engine

struct FileBytesTests {
  @Test("a file is replaced whole, keeps its permissions, and leaves nothing beside it")
  func replace() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/weights"
      try FileBytes.replace(path, with: [[1, 2, 3], [], [4]])
      #expect(try FileBytes.read(path) == [1, 2, 3, 4])
      chmod(path, 0o600)
      try FileBytes.replace(path, with: [[5]])
      #expect(try FileBytes.read(path) == [5])
      var status = stat()
      stat(path, &status)
      #expect(status.st_mode & 0o777 == 0o600)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["weights"])
    }
  }

  @Test("a symbolic link stays one")
  func link() throws {
    try withTemporaryFolder { folder in
      try FileBytes.replace(folder + "/real", with: [[1]])
      symlink("real", folder + "/link")
      try FileBytes.replace(folder + "/link", with: [[2]])
      #expect(try FileBytes.read(folder + "/real") == [2])
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == "real")
    }
  }

  @Test("what cannot be read or written is said with its path")
  func failures() throws {
    try withTemporaryFolder { folder in
      let missing = folder + "/missing"
      #expect(throws: ModelFileError(path: missing, reason: "there is no such file or folder")) {
        try FileBytes.read(missing)
      }
      #expect(throws: ModelFileError(path: folder, reason: "this is not a regular file")) {
        try FileBytes.read(folder)
      }
      let deep = missing + "/weights"
      #expect(throws: ModelFileError(path: deep, reason: "there is no such file or folder")) {
        try FileBytes.replace(deep, with: [[1]])
      }
      // A folder cannot be replaced by a file; nothing is left beside it.
      mkdir(folder + "/inner", 0o755)
      #expect(throws: ModelFileError.self) { try FileBytes.replace(folder + "/inner", with: [[1]]) }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left == ["inner"])
    }
  }
}

/// Calls `body` with a folder that is removed afterwards.
func withTemporaryFolder(_ body: (_ path: String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("engine-tests-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}
