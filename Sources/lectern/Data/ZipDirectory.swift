import Foundation
import Running

/// The table of contents at the end of a zip file (PKWARE's APPNOTE 6.3.10, sections 4.3.12 to
/// 4.3.16, with Zip64). What could do harm when it is unpacked is refused by name.
struct ZipDirectory {
  struct Entry {
    var name: String
    /// Unpacked, as the archive says.
    var size: Int
  }

  private(set) var entries: [Entry] = []

  static let mostEntries = 1000
  private static let mostBytes = 1 << 20

  /// - Parameter mostUnpacked: bytes that all files together may have.
  init(path: String, mostUnpacked: Int) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw FetchFailure.archive("\(path) cannot be read")
    }
    defer { try? file.close() }
    let place = try Self.find(in: file)
    guard place.count <= Self.mostEntries else {
      throw FetchFailure.archive(
        "the archive has \(place.count) entries, more than \(Self.mostEntries)")
    }
    let bytes = try Self.read(file, at: place.offset, count: place.size)
    var names: Set<[UInt8]> = []
    var (position, total) = (0, 0)
    for _ in 0..<place.count {
      let record = try ZipRecord(bytes, at: position)
      guard names.insert(record.name).inserted else {
        throw FetchFailure.archive("the archive holds \(record.quotedName) twice")
      }
      if let reason = record.reasonToRefuse {
        throw FetchFailure.archive("the archive holds \(record.quotedName), \(reason)")
      }
      guard record.size <= mostUnpacked - total else {
        throw FetchFailure.archive(
          "the archive would unpack to more than \(FetchFailure.megabytes(mostUnpacked)), "
            + "twice what is known of it")
      }
      total += record.size
      entries.append(Entry(name: String(decoding: record.name, as: UTF8.self), size: record.size))
      position += record.length
    }
  }

  private static func find(in file: FileHandle) throws -> (offset: Int, size: Int, count: Int) {
    let end = Int(try file.seekToEnd())
    // The last record has 22 bytes and a comment of at most 65,535.
    let tail = try read(file, at: max(0, end - 65_557), count: min(end, 65_557))
    let start = stride(from: tail.count - 22, through: 0, by: -1).first {
      tail.number($0, 4) == 0x0605_4b50 && $0 + 22 + (tail.number($0 + 20, 2) ?? 0) == tail.count
    }
    guard let start, let count = tail.number(start + 10, 2), let size = tail.number(start + 12, 4),
      let offset = tail.number(start + 16, 4)
    else { throw notWhole }
    guard count == 0xffff || size == 0xffff_ffff || offset == 0xffff_ffff else {
      return (offset, size, count)
    }
    guard tail.number(start - 20, 4) == 0x0706_4b50, let place = tail.number(start - 12, 8) else {
      throw notWhole
    }
    let record = try read(file, at: place, count: 56)
    guard record.number(0, 4) == 0x0606_4b50, let count = record.number(32, 8),
      let size = record.number(40, 8), let offset = record.number(48, 8)
    else { throw notWhole }
    return (offset, size, count)
  }

  private static func read(_ file: FileHandle, at offset: Int, count: Int) throws -> [UInt8] {
    guard offset >= 0, count >= 0, count <= mostBytes, count > 0 else { throw notWhole }
    try file.seek(toOffset: UInt64(offset))
    let bytes = [UInt8](try file.read(upToCount: count) ?? Data())
    guard bytes.count == count else { throw notWhole }
    return bytes
  }

  static var notWhole: MissingTool {
    FetchFailure.archive("the archive is cut short or is no zip file: its directory is not whole")
  }
}

extension [UInt8] {
  /// A number of `size` bytes, the lowest first; nil outside of the bytes or beyond `Int`.
  func number(_ position: Int, _ size: Int) -> Int? {
    guard position >= 0, position <= count - size else { return nil }
    let value = self[position..<position + size].reversed().reduce(UInt64(0)) {
      $0 << 8 | UInt64($1)
    }
    return Int(exactly: value)
  }
}
