import Foundation
import Testing

@testable import Running

struct DigestTests {
  @Test func bordersOfPartsCount() {
    #expect(Digest.of("ab", "c") != Digest.of("a", "bc"))
    #expect(Digest.of("", "a") != Digest.of("a", ""))
    #expect(Digest.of("a") == Digest.of("a"))
    #expect(Digest.of("a").count == 64)
  }

  @Test func aFilesDigestIsThePlainSHA256() throws {
    let folder = try TestFolder()
    // Longer than the pieces in which files are read.
    try folder.write("a", count: 1 << 21, to: "long")
    try folder.write("abc", to: "short")
    #expect(
      Digest.ofFile(folder.path("short"))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      Digest.ofFile(folder.path("long"))
        == "5256ec18f11624025905d057d6befb03d77b243511ac5f77ed5e0221ce6d84b5")
    #expect(Digest.ofFile(folder.path("missing")) == nil)
  }
}
