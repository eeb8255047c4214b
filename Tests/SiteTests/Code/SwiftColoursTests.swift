import Foundation
import Testing

@testable import Site

@Suite struct SwiftColoursTests {
  @Test(arguments: [
    ("let x = 1", CodeToken.Kind.keyword, "let"), ("let x = 1", .number, "1"),
    ("\"a \\(b) c\"", .string, "\"a "), ("x // why", .comment, "// why"),
    ("var x: Int", .type, "Int"), ("@Parameter var x = 0", .attribute, "@Parameter"),
  ])
  func kinds(_ code: String, _ kind: CodeToken.Kind, _ text: String) {
    let tokens = SwiftColours.tokens(of: code)
    #expect(tokens.contains { $0.kind == kind && $0.text.contains(text) }, "\(tokens)")
  }

  @Test(arguments: ["", "\n", "let é = \"日本\" // ∑", "func {{{ <", "\"\"\"\nopen", "  \t x"])
  func tokensTogetherAreTheCode(_ code: String) {
    #expect(SwiftColours.tokens(of: code).map(\.text).joined() == code)
  }

  @Test func theCacheIsAskedFirstAndForgetsWhatIsNotUsed() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).json")
    defer { try? FileManager.default.removeItem(at: file) }
    let cache = MemoryHighlightCache()
    let made = [CodeToken(kind: .plain, text: "let")]
    #expect(cache.tokens(of: "let", otherwise: { _ in made }) == made)
    try cache.save(to: file)
    let later = MemoryHighlightCache(contentsOf: file)
    #expect(later.tokens(of: "let", otherwise: { _ in [] }) == made)
    let unused = MemoryHighlightCache(contentsOf: file)
    try unused.save(to: file)
    #expect(MemoryHighlightCache(contentsOf: file).tokens(of: "let", otherwise: { _ in [] }) == [])
  }

  @Test func aDamagedCacheIsEmpty() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("[[{".utf8).write(to: file)
    let tokens = MemoryHighlightCache(contentsOf: file).tokens(of: "x", otherwise: { _ in [] })
    #expect(tokens == [])
  }
}
