extension LessonProblem: CustomStringConvertible {
  /// The problem as the doc comment of ``LessonProblem`` shows it; without the excerpt when the
  /// file has no line to show.
  public var description: String {
    let place = "\(file):\(position.line):\(position.column)"
    var lines = ["\(place): error: \(message)".withVisibleControls]
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
