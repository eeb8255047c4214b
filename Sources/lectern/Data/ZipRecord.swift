import Foundation
import Running

/// What a zip file's directory says about one entry (APPNOTE 6.3.10, section 4.3.12).
struct ZipRecord {
  /// As it is in the archive: in no known encoding.
  var name: [UInt8]
  /// Bytes of the file, unpacked.
  var size: Int
  /// Bytes of this record.
  var length: Int
  private var flags: Int
  /// The type bits of a Unix file mode; 0 where the archive was made elsewhere.
  private var fileType: Int

  init(_ bytes: [UInt8], at start: Int) throws {
    guard bytes.number(start, 4) == 0x0201_4b50, let flags = bytes.number(start + 8, 2),
      let size = bytes.number(start + 24, 4), let nameLength = bytes.number(start + 28, 2),
      let extraLength = bytes.number(start + 30, 2),
      let commentLength = bytes.number(start + 32, 2), let mode = bytes.number(start + 40, 2)
    else { throw ZipDirectory.notWhole }
    length = 46 + nameLength + extraLength + commentLength
    guard length <= bytes.count - start else { throw ZipDirectory.notWhole }
    name = Array(bytes[start + 46..<start + 46 + nameLength])
    (self.flags, fileType) = (flags, mode & 0xf000)
    let extra = start + 46 + nameLength
    self.size =
      size == 0xffff_ffff
      ? try Self.longSize(Array(bytes[extra..<extra + extraLength])) : size
  }

  /// The first number of the Zip64 field, which is there when 32 bits do not hold it.
  private static func longSize(_ extra: [UInt8]) throws -> Int {
    var position = 0
    while let kind = extra.number(position, 2), let length = extra.number(position + 2, 2) {
      if kind == 1, length >= 8, let size = extra.number(position + 4, 8) { return size }
      position += 4 + length
    }
    throw ZipDirectory.notWhole
  }

  var quotedName: String {
    "‘\(String(decoding: name.prefix(200), as: UTF8.self).harmless)’"
  }

  /// Why no archive of ours should hold it; nil when all is well.
  var reasonToRefuse: String? {
    let parts = name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if name.isEmpty || name.contains(0) || name.contains(UInt8(ascii: "\\")) {
      return "which is no name of a file"
    }
    if name[0] == UInt8(ascii: "/") || name.dropFirst().first == UInt8(ascii: ":") {
      return "which has a path of its own"
    }
    if parts.contains(where: { $0.elementsEqual("..".utf8) }) {
      return "which lies outside of its folder"
    }
    if fileType == 0xa000 { return "which is a symbolic link" }
    if ![0, 0x4000, 0x8000].contains(fileType) { return "which is neither a file nor a folder" }
    // Encrypted, strongly encrypted, with an encrypted directory.
    if flags & 0x2041 != 0 { return "which is encrypted" }
    return nil
  }
}
