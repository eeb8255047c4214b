import CKernels
import Engine
import Foundation
import Testing

@testable import Recommender

struct RatingsFileTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/r.ratings" }

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [true, false]) func roundTrip(hasTimes: Bool) throws {
    let ratings = Ratings(
      users: ["a", "b", "a"], items: [7, 7, 9], ratings: [0.1, -0.0, 3.4e38],
      timestamps: hasTimes ? [5, -1, .max] : [])
    try ratings.write(binary: path)
    let file = try RatingsFile(path)
    #expect(file.loaded(catalogue: ratings.catalogue) == ratings)
    #expect(file.loaded().values.map(\.bitPattern) == ratings.values.map(\.bitPattern))
    #expect((file.count, file.userCount, file.itemCount) == (3, 2, 2))
    #expect(file.hasTimestamps == hasTimes)
    #expect(file[2] == ratings[2])
    #expect(file.batch(at: [2, 0]).input == ratings.batch(at: [2, 0]).input)
    #expect(file.batch(at: [2, 0]).targets == ratings.batch(at: [2, 0]).targets)
  }

  /// The bytes as the header's comment describes them, made by hand.
  @Test func layout() throws {
    try RatingsFile.write(to: path, userCount: 300, itemCount: 5) { rows in
      try rows.append(Rating(user: 258, item: 4, value: 1, timestamp: -2))
    }
    let row: [UInt8] =
      [2, 1, 0, 0, 4, 0, 0, 0, 0, 0, 0x80, 0x3F] + [0xFE] + .init(repeating: 0xFF, count: 7)
    let head: [UInt8] =
      [0x89, 0x4C, 0x52, 0x54, 0x0D, 0x0A, 0x1A, 0x0A, 1, 0, 0, 0, 1, 0, 0, 0]
      + [1, 0, 0, 0, 0, 0, 0, 0, 44, 1, 0, 0, 5, 0, 0, 0]
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for at in stride(from: 0, to: 52, by: 4) {
      let bytes = (row + head)[at..<at + 4].reversed()
      hash = (hash ^ bytes.reduce(0) { $0 << 8 | UInt64($1) }) &* 0x100_0000_01b3
    }
    let sum = (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * UInt64($0))) }
    #expect(try FileContents.bytes(of: path) == head + sum + row)
  }

  @Test func empty() throws {
    try RatingsFile.write([], to: path, userCount: 0, itemCount: 0)
    let file = try RatingsFile(path)
    #expect(file.count == 0)
    #expect(file.loaded().count == 0)
    var order = file.order(using: RandomGenerator(seed: 1))
    #expect(order.positions(at: 0..<0) == [])
  }

  /// More than the 32 MiB that are kept at a time.
  @Test func manyRows() throws {
    let count = 3_000_000
    let made = (0..<count).lazy.map { Rating(user: $0 % 1000, item: $0 / 1000, value: Float($0)) }
    try RatingsFile.write(made, to: path, userCount: 1000, itemCount: 3000)
    let file = try RatingsFile(path)
    for start in stride(from: 0, to: count, by: 500_000) {
      let batch = file.batch(at: Array(start..<start + 500_000))
      #expect(batch.targets.scalars == (start..<start + 500_000).map { Float($0) })
      #expect(batch.input.items.values.last == Int32((start + 499_999) / 1000))
    }
  }

  /// Two rows: user 0 gave item 0 three stars, user 1 gave it four.
  private static let whole: [UInt8] = {
    let rows: [UInt8] =
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x40, 0x40] + [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0x40]
    var header = RatingsFileHeader(count: 2, userCount: 2, itemCount: 1, hasTimestamps: false)
    header.checksum = header.checksum(
      afterRows: lectern_hash_words(RatingsFileHeader.hashStart, rows, 6))
    return header.bytes + rows
  }()

  private static func changed(_ at: Int, _ byte: UInt8) -> [UInt8] {
    var bytes = whole
    bytes[at] = byte
    return bytes
  }

  static let damaged: [(bytes: [UInt8], message: String)] = [
    ([], "this is no ratings file: it is empty"),
    (
      Array(whole[..<39]),
      "this is no ratings file, or it was cut short: it has 39 bytes, and the header alone has 40"
    ),
    (
      Array(String(repeating: "userId,movieId,rating\n", count: 3).utf8),
      "this is no ratings file; make one with write(binary:) or RatingsFile.write"
    ),
    (changed(8, 2), "its version is 2, and this program reads version 1; write it again"),
    (changed(12, 2), "its header is damaged; write it again"),
    (changed(27, 0x80), "its header is damaged; write it again"),
    (
      Array(whole[..<63]),
      "its header promises 2 rows of 12 bytes, but after it there are 23 bytes; the file was cut "
        + "short; write it again"
    ),
    (
      whole + whole[40..<52],
      "its header promises 2 rows of 12 bytes, but after it there are 36 bytes; the file was added "
        + "to; write it again"
    ),
    (
      changed(23, 0xFF),
      "its header promises 18374686479671623682 rows of 12 bytes, but after it there are 24 bytes; "
        + "the file was cut short; write it again"
    ),
    (
      changed(56, 1),
      "row 1 has a user or item that does not exist, or a rating that is not finite; users are 0 "
        + "to 1, items 0 to 0"
    ),
    (
      changed(55, 0x80),
      "row 1 has a user or item that does not exist, or a rating that is not finite; users are 0 "
        + "to 1, items 0 to 0"
    ),
    (
      changed(63, 0xFF),
      "row 1 has a user or item that does not exist, or a rating that is not finite; users are 0 "
        + "to 1, items 0 to 0"
    ),
    (
      changed(60, 1),
      "its checksum does not fit: bytes were changed after it was written; write it again"
    ),
    (
      changed(24, 9),
      "its checksum does not fit: bytes were changed after it was written; write it again"
    ),
  ]

  @Test(arguments: damaged.indices) func damage(index: Int) throws {
    let (bytes, message) = Self.damaged[index]
    let path = try folder.write(bytes, to: "damaged")
    let error = try #require(throws: DataFileError.self) { try RatingsFile(path) }
    #expect(error.description == "\(path): \(message)")
  }

  @Test func notAFile() throws {
    let none = folder.path + "/none"
    let missing = try #require(throws: DataFileError.self) { try RatingsFile(none) }
    #expect(missing.message == "there is no such file")
    let path = folder.path
    let isFolder = try #require(throws: DataFileError.self) { try RatingsFile(path) }
    #expect(isFolder.message == "this is a folder, not a file")
  }

  @Test(arguments: [
    (Rating(user: 2, item: 0, value: 1), "row 1: the user is 2, and there are 2 users, from 0 on"),
    (
      Rating(user: -1, item: 0, value: 1), "row 1: the user is -1, and there are 2 users, from 0 on"
    ),
    (Rating(user: 0, item: 3, value: 1), "row 1: the item is 3, and there are 3 items, from 0 on"),
    (Rating(user: 0, item: 0, value: .nan), "row 1: the rating is nan; leave such rows out"),
    (
      Rating(user: 0, item: 0, value: 1, timestamp: 7),
      "row 1: it has a time, but the rows before it have none"
    ),
  ])
  func wrongRow(rating: Rating, message: String) throws {
    let before = try folder.write("what was there", to: "r.ratings")
    let error = try #require(throws: DataFileError.self) {
      try RatingsFile.write(
        [Rating(user: 0, item: 0, value: 1), rating], to: path, userCount: 2, itemCount: 3)
    }
    #expect(error.message == message)
    #expect(try FileContents.bytes(of: before) == Array("what was there".utf8))
    #expect(try folder.names() == ["r.ratings"])
  }

  @Test func failingHalfWay() throws {
    struct Failure: Error {}
    #expect(throws: Failure.self) {
      try RatingsFile.write(to: path, userCount: 1, itemCount: 1) { rows in
        for _ in 0..<200_000 { try rows.append(Rating(user: 0, item: 0, value: 1)) }
        throw Failure()
      }
    }
    #expect(try folder.names() == [])
    let error = try #require(throws: DataFileError.self) {
      try RatingsFile.write([], to: folder.path + "/none/r", userCount: 1, itemCount: 1)
    }
    #expect(error.message == "this file cannot be written: there is no such file or folder")
    let count = try #require(throws: DataFileError.self) {
      try RatingsFile.write([], to: path, userCount: -1, itemCount: 1)
    }
    #expect(count.message == "a ratings file cannot have -1 users")
  }

  @Test func shrinking() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let folder = try TemporaryFolder()
      let path = folder.path + "/r.ratings"
      let made = (0..<10_000).lazy.map { Rating(user: 0, item: 0, value: Float($0)) }
      try RatingsFile.write(made, to: path, userCount: 1, itemCount: 1)
      let file = try RatingsFile(path)
      truncate(path, 5000)
      _ = file.batch(at: [9_999])
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("the file became shorter, or unreadable, while it was read"))
  }
}
