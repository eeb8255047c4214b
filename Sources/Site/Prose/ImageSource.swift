/// Where the images come from that a lesson shows.
public struct ImageSource: Sendable {
  private let bytes: @Sendable (String) -> [UInt8]?

  /// - Parameter bytes: the content of the file at a path relative to the lesson's folder, which
  ///   never leads out of it; nil when there is none.
  public init(_ bytes: @escaping @Sendable (_ path: String) -> [UInt8]?) {
    self.bytes = bytes
  }

  /// For lessons without images.
  public static let none = ImageSource { _ in nil }

  private static let endings = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"]

  /// The file to copy into the site.
  func file(for source: String) -> SiteFile? {
    let parts = source.split(separator: "/", omittingEmptySubsequences: false)
    let isInside = parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    let isPlain = source.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789-_./".contains(Character(scalar)))
    }
    let isImage = Self.endings.contains { source.lowercased().hasSuffix($0) }
    guard isInside, isPlain, isImage, let content = bytes(source) else { return nil }
    return SiteFile(path: "images/" + source, bytes: content)
  }
}
