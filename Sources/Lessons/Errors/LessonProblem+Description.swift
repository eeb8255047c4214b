extension LessonProblem: CustomStringConvertible {
  /// The problem as the doc comment of ``LessonProblem`` shows it; without the excerpt when the
  /// file has no line to show.
  public var description: String {
    let place = "\(file):\(position.line):\(position.column)"
    // A message may have several lines, such as a formula with its caret: kept, and indented.
    let messages = message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).withVisibleControls }
    var lines = [place.withVisibleControls + ": error: \(messages[0])"]
    lines += messages.dropFirst().map { $0.isEmpty ? "" : "   " + $0 }
    if !sourceLine.isEmpty {
      let number = String(position.line)
      let margin = String(repeating: " ", count: max(3, 5 - number.count))
      let excerpt = SourceExcerpt(line: sourceLine, column: position.column, length: length)
      let gutter = margin + String(repeating: " ", count: number.count)
      lines.append("\(margin)\(number) | \(excerpt.text)")
      lines.append("\(gutter) | \(excerpt.caret)")
    }
    if let advice { lines.append("   \(advice.withVisibleControls)") }
    return lines.joined(separator: "\n")
  }
}
