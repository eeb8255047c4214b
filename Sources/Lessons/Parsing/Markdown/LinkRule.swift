/// Where links and pictures may lead.
enum LinkRule {
  /// What is wrong with a link's destination; nil when it may stand.
  static func mistake(inLink destination: String) -> String? {
    if let mistake = mistake(in: destination) { return mistake }
    guard let scheme = scheme(of: destination) else { return nil }
    return ["http", "https", "mailto"].contains(scheme)
      ? nil : "a link must not lead to ‘\(scheme):’"
  }

  /// What is wrong with a picture's source: a page loads nothing from elsewhere.
  static func mistake(inImage source: String) -> String? {
    if let mistake = mistake(in: source) { return mistake }
    return scheme(of: source) != nil || source.hasPrefix("//")
      ? "a picture must be a file beside the lesson" : nil
  }

  private static func mistake(in destination: String) -> String? {
    if destination.isEmpty { return "the link leads nowhere" }
    // Browsers drop some of them, so that what follows would mean something else.
    let isControl = { (scalar: Unicode.Scalar) in scalar.value < 0x20 || scalar.value == 0x7F }
    return destination.unicodeScalars.contains(where: isControl)
      ? "a link must not contain control characters" : nil
  }

  /// `https` of `https://…`; nil for a path.
  private static func scheme(of destination: String) -> String? {
    let trimmed = destination.drop { $0.isWhitespace }
    let scheme = trimmed.utf8.prefix {
      $0.isLetter || $0.isDigit || "+-.".utf8.contains($0)
    }
    guard scheme.first?.isLetter == true, scheme.endIndex < trimmed.utf8.endIndex,
      trimmed.utf8[scheme.endIndex] == UInt8(ascii: ":")
    else { return nil }
    return Substring(scheme).lowercased()
  }
}
