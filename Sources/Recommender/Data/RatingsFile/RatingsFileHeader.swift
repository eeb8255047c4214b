import CKernels

/// The first 40 bytes of a ratings file. All numbers are little endian.
///
///     0   8  0x89 "LRT" CR LF 0x1A LF: copying as text would change them
///     8   4  version: 1
///     12  4  1 when the rows have times, else 0
///     16  8  how many rows
///     24  4  how many users, at most 2³¹ − 1
///     28  4  how many items, at most 2³¹ − 1
///     32  8  checksum: FNV-1a over words of 4 bytes, of all rows and then of bytes 0 to 31
///     40     the rows
///
/// A row has 12 bytes, or 20 with a time: the user's index and the item's (4 bytes each), the
/// rating (IEEE 754, 4 bytes), and the time in seconds since 1970 (8 bytes, signed). One byte would
/// hold half stars, but not every data set's ratings; as they are, training on them gives the same
/// bits as from memory.
struct RatingsFileHeader: Equatable {
  static let byteCount = 40
  static let version: UInt32 = 1
  static let magic: [UInt8] = [0x89, 0x4C, 0x52, 0x54, 0x0D, 0x0A, 0x1A, 0x0A]
  static let hashStart: UInt64 = 0xcbf2_9ce4_8422_2325

  var count: Int
  var userCount: Int, itemCount: Int
  var hasTimestamps: Bool
  var checksum: UInt64 = 0

  var rowByteCount: Int { Self.rowByteCount(hasTimestamps) }

  static func rowByteCount(_ hasTimestamps: Bool) -> Int { hasTimestamps ? 20 : 12 }

  /// Of the file, given that of the rows.
  func checksum(afterRows hash: UInt64) -> UInt64 {
    lectern_hash_words(hash, Array(bytes.prefix(32)), 8)
  }

  var bytes: [UInt8] {
    var bytes = Self.magic
    bytes.append(littleEndian: Self.version)
    bytes.append(littleEndian: UInt32(hasTimestamps ? 1 : 0))
    bytes.append(littleEndian: UInt64(count))
    bytes.append(littleEndian: UInt32(userCount))
    bytes.append(littleEndian: UInt32(itemCount))
    bytes.append(littleEndian: checksum)
    return bytes
  }
}

/// What is wrong with a header.
struct RatingsFileFault: Error, Equatable {
  let reason: String
}

extension RatingsFileHeader {
  /// The header of a whole file, whose length must fit it.
  init(_ file: UnsafeRawBufferPointer) throws(RatingsFileFault) {
    guard file.count >= Self.byteCount else {
      throw RatingsFileFault(
        reason: "this is no ratings file, or it was cut short: it has \(file.count) bytes, and the "
          + "header alone has \(Self.byteCount)")
    }
    guard file.prefix(8).elementsEqual(Self.magic) else {
      throw RatingsFileFault(
        reason: "this is no ratings file; make one with write(binary:) or RatingsFile.write")
    }
    func word(_ at: Int) -> UInt32 {
      UInt32(littleEndian: file.loadUnaligned(fromByteOffset: at, as: UInt32.self))
    }
    func long(_ at: Int) -> UInt64 { UInt64(word(at)) | UInt64(word(at + 4)) << 32 }
    guard word(8) == Self.version else {
      throw RatingsFileFault(
        reason: "its version is \(word(8)), and this program reads version \(Self.version); write "
          + "it again")
    }
    let (flags, rows, users, items) = (word(12), long(16), word(24), word(28))
    guard flags <= 1, users <= Int32.max, items <= Int32.max else {
      throw RatingsFileFault(reason: "its header is damaged; write it again")
    }
    let body = file.count - Self.byteCount, rowBytes = Self.rowByteCount(flags == 1)
    guard body % rowBytes == 0, rows == UInt64(body / rowBytes) else {
      let isLess = UInt64(body / rowBytes) < rows
      throw RatingsFileFault(
        reason: "its header promises \(rows) rows of \(rowBytes) bytes, but after it there are "
          + "\(body) bytes; the file was \(isLess ? "cut short" : "added to"); write it again")
    }
    self.init(
      count: Int(rows), userCount: Int(users), itemCount: Int(items), hasTimestamps: flags == 1,
      checksum: long(32))
  }
}

extension [UInt8] {
  mutating func append<Number: FixedWidthInteger>(littleEndian number: Number) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
