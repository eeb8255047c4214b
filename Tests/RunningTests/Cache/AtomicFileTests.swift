import Foundation
import Testing

@testable import Running

struct AtomicFileTests {
  private func permissions(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test(arguments: [0o600, 0o644, 0o755, 0o664])
  func aFileKeepsItsPermissions(mode: Int) throws {
    let folder = try TestFolder()
    try folder.write("old", to: "file")
    let path = folder.path("file")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    try AtomicFile.write("new", to: path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    #expect(try permissions(of: path) == mode)
    #expect(folder.files == ["file"])
  }

  @Test func aNewFileCanBeReadByAll() throws {
    let folder = try TestFolder()
    try AtomicFile.write(Data([1, 2]), to: folder.path("new"))
    #expect(try permissions(of: folder.path("new")) == 0o644)
  }

  @Test func failureLeavesNothingBehind() throws {
    let folder = try TestFolder()
    try folder.write("inside", to: "taken/file")
    // A folder with something in it cannot be replaced by a file.
    #expect(throws: SystemFailure.self) { try AtomicFile.write("x", to: folder.path("taken")) }
    #expect(throws: SystemFailure.self) { try AtomicFile.write("x", to: folder.path("no/where")) }
    #expect(folder.files == ["taken", "taken/file"])
  }

  @Test func aLinkedFileIsWrittenThroughItsLink() throws {
    let folder = try TestFolder()
    try folder.write("old", to: "real")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: folder.path("real"))
    try AtomicFile.write("new", to: folder.path("link"))
    #expect(try String(contentsOfFile: folder.path("real"), encoding: .utf8) == "new")
  }

  @Test func stampsTellSizesAndMissingFiles() throws {
    let folder = try TestFolder()
    #expect(FileStamp(path: folder.path("file")).size == -1)
    try folder.write("abc", to: "file")
    let stamp = FileStamp(path: folder.path("file"))
    #expect(stamp.size == 3)
    #expect(stamp == FileStamp(path: folder.path("file")))
    let past = Date(timeIntervalSince1970: 1000)
    try FileManager.default.setAttributes(
      [.modificationDate: past], ofItemAtPath: folder.path("file"))
    #expect(FileStamp(path: folder.path("file")) != stamp)
  }
}
