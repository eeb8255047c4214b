import Foundation
import Testing

@testable import Running

struct MD5Tests {
  /// RFC 1321, appendix A.5; lengths about the borders of a block from Python's hashlib.
  @Test(arguments: [
    ("", "d41d8cd98f00b204e9800998ecf8427e"),
    ("a", "0cc175b9c0f1b6a831c399e269772661"),
    ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
    (
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
      "d174ab98d277d9f5a5611c2c9f419d9f"
    ),
    (String(repeating: "1234567890", count: 8), "57edf4a22be3c955ac49da2e2107b67a"),
    (String(repeating: "x", count: 55), "04364420e25c512fd958a70738aa8f72"),
    (String(repeating: "x", count: 56), "668a72d5ba17f08e62dabcafad6db14b"),
    (String(repeating: "x", count: 63), "7dc2ca208106a2f703567bdff99d8981"),
    (String(repeating: "x", count: 64), "c1bb4f81d892b2d57947682aeb252456"),
    (String(repeating: "x", count: 65), "1bc932052302d074bdec39795fe00cf6"),
  ])
  func knownDigests(text: String, digest: String) {
    var hash = MD5()
    hash.update(Data(text.utf8))
    #expect(hash.hexadecimal == digest)
    var pieces = MD5()
    for byte in text.utf8 { pieces.update(Data([byte])) }
    #expect(pieces.hexadecimal == digest)
  }

  @Test func ofAFile() throws {
    let folder = try TestFolder()
    try folder.write("a", count: 1 << 21, to: "long")
    #expect(FileDigest.md5(of: folder.path("long")) == "de89461b64701958984c95d1bfb0065a")
    #expect(FileDigest.md5(of: folder.path("missing")) == nil)
  }
}
