/// A place in a lesson's file.
///
/// Lines and columns count from 1, as compilers and editors do. A column counts UTF-8 bytes,
/// as the Swift compiler's and cmark's do.
public struct SourcePosition: Sendable, Hashable, Comparable, Codable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
