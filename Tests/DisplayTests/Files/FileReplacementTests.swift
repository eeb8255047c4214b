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
    // A folder cannot be replaced; what was written beside it is taken away.
    try FileManager.default.createDirectory(
      atPath: folder + "/full/inner", withIntermediateDirectories: true)
    #expect(throws: FileReplacement.Fault.self) {
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
}
