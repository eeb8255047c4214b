import Lessons

/// Finds lines and columns in a step's code, counted as in the lesson's file.
struct CodeLines {
  private let code: [UInt8]
  /// The byte at which each line begins.
  private let starts: [Int]
  private let firstLine: Int

  init(_ step: Step) {
    let code = Array(step.code.utf8)
    self.code = code
    firstLine = step.codeLine
    starts = [0] + code.indices.filter { code[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The place in the lesson's file of the code's byte `offset`.
  func position(of offset: Int) -> SourcePosition {
    let index = lineIndex(of: offset)
    return SourcePosition(line: firstLine + index, column: offset - starts[index] + 1)
  }

  /// The text of the line that holds the code's byte `offset`, without its line break.
  func text(at offset: Int) -> String {
    let rest = code[starts[lineIndex(of: offset)]...]
    return String(decoding: rest.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
