/// Follows the fences from line to line without cmark: near enough to say what is probably code,
/// not to say what is a step.
struct FenceTracker {
  private var open: (mark: UInt8, length: Int)?

  /// Whether the last line was a fence's first or stood inside one.
  var isInside: Bool { open != nil }

  mutating func advance(over line: ArraySlice<UInt8>) {
    let content = line.drop { $0.isBlank }
    guard let mark = content.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return
    }
    let length = content.prefix { $0 == mark }.count
    if let fence = open {
      let closes =
        mark == fence.mark && length >= fence.length
        && content.dropFirst(length).allSatisfy(\.isBlank)
      if closes { open = nil }
    } else if length >= 3, mark != UInt8(ascii: "`") || !content.dropFirst(length).contains(mark) {
      open = (mark, length)
    }
  }
}
