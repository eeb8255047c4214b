/// SHA-256 of files, as `sha256sum` prints it.
public enum FileDigest {
  /// 64 hexadecimal digits; nil when the file cannot be read.
  public static func sha256(of path: String) -> String? { Digest.ofFile(path) }
}
