import Foundation

/// Files that begin with the digest of their content: one that was cut short, or in which a
/// single bit has changed, reads as none.
enum SealedFile {
  static func write(_ data: Data, to path: String) throws {
    try AtomicFile.write(Data((seal(of: data) + "\n").utf8) + data, to: path)
  }

  static func read(_ path: String) -> Data? {
    guard let whole = try? Data(contentsOf: URL(fileURLWithPath: path)),
      let lineEnd = whole.firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    let content = whole[(lineEnd + 1)...]
    return whole[..<lineEnd].elementsEqual(seal(of: content).utf8) ? Data(content) : nil
  }

  private static func seal(of data: Data) -> String {
    var hash = SHA256()
    hash.update(data)
    return hash.hexadecimal
  }
}
