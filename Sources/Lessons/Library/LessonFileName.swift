/// What a lesson's file name says: `03-dot-product-model.md` is lesson 3, `dot-product-model`.
public struct LessonFileName: Sendable, Hashable {
  /// Nil when the name does not begin with digits and a `-`.
  public var number: Int?
  /// The rest of the name without its extension.
  public var slug: String

  public init(path: String) {
    let file = path.split(separator: "/").last ?? ""
    let dot = file.lastIndex(of: ".").flatMap { $0 > file.startIndex ? $0 : nil }
    let name = file[..<(dot ?? file.endIndex)]
    let digits = name.utf8.prefix { $0.isDigit }
    let rest = name[digits.endIndex...]
    if let value = Int(Substring(digits)), rest.count > 1, rest.hasPrefix("-") {
      number = value
      slug = String(rest.dropFirst())
    } else {
      number = nil
      slug = String(name)
    }
  }
}
