import Testing

@testable import Recommender

struct PackedReaderTests {
  @Test(
    arguments: [
      ([0], 0), ([127], 127), ([0x80, 1], 128), ([0xFF, 0x7F], 16383),
      ([0xE5, 0x8E, 0x26], 624485),
      ([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], Int64.max),
    ] as [([UInt8], Int64)])
  func numbers(bytes: [UInt8], number: Int64) throws {
    var reader = PackedReader(bytes)
    #expect(try reader.number() == number)
    try reader.expectEnd()
  }

  @Test(arguments: [[], [0x80], [UInt8](repeating: 0xFF, count: 10)] as [[UInt8]])
  func damagedNumbers(bytes: [UInt8]) {
    var reader = PackedReader(bytes)
    #expect(throws: PackedReader.Damage.self) { try reader.number() }
  }

  @Test func lines() throws {
    var reader = PackedReader([2] + Array("Cité\n\n".utf8))
    #expect(try reader.lines() == ["Cité", ""])
    var cut = PackedReader([2] + Array("Cité\n".utf8))
    #expect(throws: PackedReader.Damage.self) { try cut.lines() }
  }

  @Test func aCountLargerThanTheData() {
    var reader = PackedReader([0xFF, 0xFF, 0xFF, 0x7F, 1])
    #expect(throws: PackedReader.Damage.self) { try reader.lines() }
  }

  /// Whatever is cut off or turned around: an error or other ratings, never a crash.
  @Test func damagedData() throws {
    let whole = packedExample
    #expect(try PackedRatings.unpack(whole, name: "x").count == 3)
    for end in 0..<whole.count {
      #expect(throws: PackedReader.Damage.self) {
        try PackedRatings.unpack(Array(whole[..<end]), name: "x")
      }
    }
    for (position, bit) in whole.indices.flatMap({ at in (0..<8).map { (at, $0) } }) {
      var damaged = whole
      damaged[position] ^= 1 << bit
      let count = try? PackedRatings.unpack(damaged, name: "x").count
      #expect((count ?? 0) < 100)
    }
  }

  /// Two movies, one genre, two users: 2 and 1 ratings.
  private var packedExample: [UInt8] {
    [2] + Array("A\nB\n".utf8) + [1, 5, 1] + Array("Drama\n".utf8) + [1, 0]
      + [2, 2, 1] + [0, 0, 1] + [0x28, 0x0A] + [20, 3, 2]
  }

  @Test func unpacked() throws {
    let ratings = try PackedRatings.unpack(packedExample, name: "x")
    #expect(ratings.users == [0, 0, 1])
    #expect(ratings.items == [0, 1, 1])
    #expect(ratings.values == [4, 1, 5])
    #expect(ratings.timestamps == [10, 8, 9])
    #expect(ratings.catalogue.items == [Item(title: "A", genres: ["Drama"]), Item(title: "B")])
    #expect(ratings.catalogue.itemIdentifiers == Identifiers(numbers: [1, 7]))
    #expect(ratings.catalogue.userIdentifiers == Identifiers(numbers: [1, 2]))
  }
}
