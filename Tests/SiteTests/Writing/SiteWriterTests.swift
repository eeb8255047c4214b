import Foundation
import Testing

@testable import Site

@Suite final class SiteWriterTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "site-\(UUID())")
  private var writer: SiteWriter { SiteWriter(folder: folder) }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func put(_ text: String, at path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func text(at path: String) -> String? {
    try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  private let pages = [
    SiteFile(path: "a.html", text: "A"), SiteFile(path: "images/b.png", text: "B"),
  ]

  @Test func writesOnlyWhatDiffers() throws {
    #expect(try writer.write(pages).written == ["a.html", "images/b.png"])
    #expect(try writer.write(pages).isEmpty)
    try put("changed by hand", at: "a.html")
    #expect(try writer.write(pages).written == ["a.html"])
    #expect(text(at: "a.html") == "A")
  }

  @Test func writersAtOnceWaitForEachOther() async throws {
    let many = (0..<40).map { SiteFile(path: "\($0).html", text: "page \($0)") }
    let writer = writer
    let written = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 { group.addTask { try writer.write(many).written.count } }
      return try await group.reduce(0, +)
    }
    #expect(written == many.count)
  }

  @Test func removesItsOwnStaleFilesAndNoOthers() throws {
    try writer.write(pages)
    try put("mine", at: "notes.txt")
    let changes = try writer.write([pages[1]])
    #expect(changes.removed == ["a.html"])
    #expect(text(at: "a.html") == nil && text(at: "notes.txt") == "mine")
  }

  @Test func refusesAFolderOfSomebodyElse() throws {
    try put("mine", at: "thesis.txt")
    let problem = #expect(throws: SiteWritingError.self) { try writer.write(pages) }
    #expect(problem?.message.contains("holds files that Lectern did not make") == true)
    #expect(text(at: "a.html") == nil)
  }

  @Test func refusesToReplaceAFileOfTheUser() throws {
    try writer.write([pages[1]])
    try put("mine", at: "a.html")
    #expect(throws: SiteWritingError.self) { try writer.write(pages) }
    #expect(text(at: "a.html") == "mine")
  }

  @Test func aTamperedManifestReachesNothingOutside() throws {
    try writer.write(pages)
    let outside = folder.deletingLastPathComponent().appending(path: "victim-\(UUID()).txt")
    try Data("safe".utf8).write(to: outside)
    defer { try? FileManager.default.removeItem(at: outside) }
    let manifest = try #require(text(at: SiteManifest.name))
    let path = outside.lastPathComponent
    try put(manifest + "../\(path)\n\(outside.path)\nx/../../\(path)\n", at: SiteManifest.name)
    try writer.write([])
    #expect(FileManager.default.fileExists(atPath: outside.path))
  }

  @Test func pathsThatLeadOutAreRefused() {
    #expect(throws: SiteWritingError.self) {
      try writer.write([SiteFile(path: "../a.html", text: "A")])
    }
  }

  @Test func aFileInTheFoldersPlaceIsAClearError() throws {
    try Data().write(to: folder)
    let problem = #expect(throws: SiteWritingError.self) { try writer.write(pages) }
    #expect(problem?.message.contains(folder.lastPathComponent) == true)
  }

  @Test(arguments: [
    (CocoaError.Code.fileWriteOutOfSpace, "the disk is full: cannot write x"),
    (.fileWriteNoPermission, "no permission to write x"),
    (.fileWriteVolumeReadOnly, "the disk is read-only: cannot write x"),
  ])
  func systemErrorsSayWhatToDo(_ code: CocoaError.Code, _ message: String) {
    let error = SiteWritingError(CocoaError(code), at: "x")
    #expect(error.message == message && !error.advice.isEmpty)
  }
}
