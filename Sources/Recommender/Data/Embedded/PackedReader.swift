/// Reads numbers and text from bytes, and notices when the bytes end too soon.
struct PackedReader {
  /// The bytes are not what a packer writes.
  struct Damage: Error, Equatable {
    /// Where, counted from 0.
    let position: Int
  }

  private let content: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    content = bytes
  }

  /// How many bytes have not been read.
  var remaining: Int { content.count - position }

  /// What to throw for a value that cannot be right.
  var damage: Damage { Damage(position: position) }

  /// A number of at most 63 bits, seven bits a byte, lowest first.
  mutating func number() throws -> Int64 {
    var value: Int64 = 0
    for shift in stride(from: 0, to: 63, by: 7) {
      guard position < content.count else { throw damage }
      let byte = content[position]
      position += 1
      value |= Int64(byte & 127) << shift
      if byte < 128 { return value }
    }
    throw damage
  }

  /// A number of things of which each takes part of a byte at least, so that a damaged count
  /// cannot ask for more memory than the data warrants.
  mutating func count(atMost limit: Int? = nil) throws -> Int {
    let value = try number()
    guard value <= Int64(limit ?? content.count) else { throw damage }
    return Int(value)
  }

  mutating func bytes(_ count: Int) throws -> ArraySlice<UInt8> {
    guard count <= remaining else { throw damage }
    defer { position += count }
    return content[position..<position + count]
  }

  /// A count and so many lines of UTF-8, each with its line feed.
  mutating func lines() throws -> [String] {
    let count = try count()
    return try (0..<count).map { _ in
      guard let end = content[position...].firstIndex(of: .lineFeed) else { throw damage }
      defer { position = end + 1 }
      return String(decoding: content[position..<end], as: UTF8.self)
    }
  }

  func expectEnd() throws {
    guard position == content.count else { throw damage }
  }
}
