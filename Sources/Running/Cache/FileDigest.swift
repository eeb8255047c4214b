import Foundation

/// Checksums of files.
public enum FileDigest {
  /// 64 hexadecimal digits, as `sha256sum` prints them; nil when the file cannot be read.
  public static func sha256(of path: String) -> String? { Digest.ofFile(path) }

  /// 32 hexadecimal digits, as `md5sum` prints them; nil when the file cannot be read.
  public static func md5(of path: String) -> String? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    var hash = MD5()
    while let chunk = try? handle.read(upToCount: 1 << 20), !chunk.isEmpty {
      hash.update(chunk)
    }
    return hash.hexadecimal
  }
}
