import Foundation

/// Cuts a stream of bytes into lines. A line longer than the limit is dropped whole: nothing a
/// step sends can fill the runner's memory.
struct LineBuffer {
  private var pending = Data()
  private var isDropping = false
  private let limit: Int

  init(limit: Int = 64 << 20) { self.limit = limit }

  /// The lines that `bytes` completes, without their line breaks.
  mutating func append(_ bytes: [UInt8]) -> [Data] {
    var lines: [Data] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      pending.append(contentsOf: rest[..<end])
      if !isDropping { lines.append(pending) }
      pending = Data()
      isDropping = false
      rest = rest[(end + 1)...]
    }
    if !isDropping { pending.append(contentsOf: rest) }
    if pending.count > limit {
      pending = Data()
      isDropping = true
    }
    return lines
  }
}
