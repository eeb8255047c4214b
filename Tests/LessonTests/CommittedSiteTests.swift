import Foundation
import Testing

/// `site/` is committed, so that the lessons can be read without building anything. It has to
/// be what the lessons say today.
struct CommittedSiteTests {
  @Test func isUpToDate() throws {
    let fresh = FileManager.default.temporaryDirectory.appending(path: "site-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: fresh) }
    let build = Process()
    build.executableURL = Checkout.products.appending(path: "lectern")
    build.arguments = ["build", "--output", fresh.path]
    build.currentDirectoryURL = Checkout.folder
    let messages = Pipe()
    build.standardOutput = messages
    build.standardError = messages
    try build.run()
    let text = String(
      decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    build.waitUntilExit()
    try #require(build.terminationStatus == 0, "\(text)")

    let committed = Checkout.folder.appending(path: "site")
    let (wanted, found) = (files(in: fresh), files(in: committed))
    let advice: Comment = "run ./lectern build and commit site/"
    #expect(Set(wanted.keys).subtracting(found.keys) == [], advice)
    #expect(Set(found.keys).subtracting(wanted.keys) == [], advice)
    let stale = wanted.keys.filter { found[$0] != nil && found[$0] != wanted[$0] }.sorted()
    #expect(stale == [], advice)
  }

  private func files(in folder: URL) -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    var files: [String: Data] = [:]
    for name in names ?? [] {
      var isFolder: ObjCBool = false
      let path = folder.appending(path: name).path
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      files[name] = FileManager.default.contents(atPath: path)
    }
    return files
  }
}
