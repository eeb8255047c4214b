import Lessons

/// A lesson read by the simplest of parsers: fences of backticks, `swift` and `output`.
func lesson(_ source: String) -> Lesson {
  var blocks: [Block] = []
  var offset = 0
  var open: (marks: String, info: String, line: Int, start: Int, content: [String])?
  for (index, raw) in lines(of: source).enumerated() {
    let text = String(decoding: raw.utf8.filter { $0 != 10 && $0 != 13 }, as: UTF8.self)
    let marks = String(text.prefix { $0 == "`" })
    if let fence = open, marks.count >= fence.marks.count, marks == text {
      close(fence, end: offset, in: &blocks)
      open = nil
    } else if open != nil {
      open?.content.append(text)
    } else if marks.count >= 3 {
      open = (marks, String(text.dropFirst(marks.count)), index + 1, offset + raw.utf8.count, [])
    }
    offset += raw.utf8.count
  }
  if let open { close(open, end: offset, in: &blocks) }
  return Lesson(
    path: "x.md", number: nil, slug: "x", frontMatter: FrontMatter(title: "x", summary: "x"),
    source: source, blocks: blocks)
}

private func close(
  _ fence: (marks: String, info: String, line: Int, start: Int, content: [String]), end: Int,
  in blocks: inout [Block]
) {
  let text = fence.content.map { $0 + "\n" }.joined()
  let position = SourcePosition(line: fence.line, column: 1)
  if fence.info.hasPrefix("swift") {
    let id = String(fence.info.dropFirst("swift id=".count))
    blocks.append(
      .step(Step(id: id, code: text, position: position, codeLine: fence.line + 1)))
  } else if fence.info.hasPrefix("output"), case .step(var step)? = blocks.last {
    let tolerance = fence.info.split(separator: "=").dropFirst().first.flatMap { Double($0) }
    step.expected = ExpectedOutput(
      text: text, tolerance: tolerance, isUnchecked: fence.info.hasSuffix("unchecked"),
      position: position, byteRange: fence.start..<end)
    blocks[blocks.count - 1] = .step(step)
  }
}

/// With their line breaks.
private func lines(of source: String) -> [String] {
  var lines: [String] = []
  var line: [UInt8] = []
  for byte in source.utf8 {
    line.append(byte)
    if byte == 10 {
      lines.append(String(decoding: line, as: UTF8.self))
      line = []
    }
  }
  return line.isEmpty ? lines : lines + [String(decoding: line, as: UTF8.self)]
}
