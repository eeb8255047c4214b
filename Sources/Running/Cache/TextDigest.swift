/// SHA-256 of texts, for those who must tell whether something has changed.
public enum TextDigest {
  /// 64 hexadecimal digits; the borders of the parts count.
  public static func of(_ parts: String...) -> String {
    var digest = Digest()
    for part in parts { digest.add(part) }
    return digest.hexadecimal
  }
}
