import Foundation

/// SHA-256 over parts whose borders count: `["ab", "c"]` and `["a", "bc"]` differ.
struct Digest {
  private var hash = SHA256()

  mutating func add(_ text: String) { add(Data(text.utf8)) }

  mutating func add(_ data: Data) {
    withUnsafeBytes(of: UInt64(data.count).littleEndian) { hash.update(Data($0)) }
    hash.update(data)
  }

  /// 64 hexadecimal digits.
  var hexadecimal: String { hash.hexadecimal }

  static func of(_ parts: String...) -> String {
    var digest = Digest()
    for part in parts { digest.add(part) }
    return digest.hexadecimal
  }

  /// The plain SHA-256 of a file, as `sha256sum` prints it; nil when it cannot be read.
  static func ofFile(_ path: String) -> String? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    var hash = SHA256()
    while let chunk = try? handle.read(upToCount: 1 << 20), !chunk.isEmpty {
      hash.update(chunk)
    }
    return hash.hexadecimal
  }
}
