/// A word after an opening fence: `hidden`, or `timeout=5`.
struct FenceWord {
  var position: SourcePosition
  /// All of it in bytes.
  var length: Int
  /// What stands before the `=`.
  var name: String
  /// What stands after the `=`; nil without one.
  var value: String?

  var text: String { value.map { "\(name)=\($0)" } ?? name }
  var valuePosition: SourcePosition {
    SourcePosition(line: position.line, column: position.column + name.utf8.count + 1)
  }

  /// Splits at blanks.
  static func words(
    of info: ArraySlice<UInt8>, line: Int, lineStart: Int
  ) -> [FenceWord] {
    info.split { $0.isBlank }.map { bytes in
      let parts = bytes.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      return FenceWord(
        position: SourcePosition(line: line, column: bytes.startIndex - lineStart + 1),
        length: bytes.count, name: String(decoding: parts[0], as: UTF8.self),
        value: parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : nil)
    }
  }
}
