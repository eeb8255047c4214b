/// Fails the step when `condition` is false; the step goes on to its end all the same, so that
/// one run shows all that is wrong.
///
/// - Parameters:
///   - message: what the reader should know or try; shown with the failure.
///   - operands: for the runner, which fills it in: the source text and the value of each side
///     of a comparison. Evaluated only when the condition is false.
public func expect(
  _ condition: Bool, _ message: @autoclosure () -> String = "", file: StaticString = #filePath,
  line: UInt = #line, column: UInt = #column, operands: () -> [(String, Any)] = { [] }
) {
  if condition { return }
  var lines = [message()].filter { !$0.isEmpty }
  for (source, value) in operands() {
    let text = plainText(of: value)
    if text != source { lines.append("\(source) is \(text)") }
  }
  if lines.isEmpty { lines = ["this should be true and is false"] }
  fail(lines.joined(separator: "\n"), file: file, line: line, column: column)
}

/// Fails the step unless `value` lies within `tolerance` of `expected`. NaN is close to nothing.
public func expect<Number: BinaryFloatingPoint>(
  _ value: Number, closeTo expected: Number, within tolerance: Number,
  _ message: @autoclosure () -> String = "", file: StaticString = #filePath, line: UInt = #line,
  column: UInt = #column
) {
  let difference = (value - expected).magnitude
  if difference <= tolerance || value == expected { return }
  let hint = message()
  fail(
    "\(value) is not within \(tolerance) of \(expected); the difference is \(difference)"
      + (hint.isEmpty ? "" : "\n" + hint),
    file: file, line: line, column: column)
}

/// Reports a failed expectation to the runner; without a runner stops the program.
private func fail(_ message: String, file: StaticString, line: UInt, column: UInt) {
  guard EventWriter.descriptor != nil else { fatalError(message, file: file, line: line) }
  EventWriter.send(
    .object([
      ("event", .string("expectation")), ("file", .string("\(file)")),
      ("line", .integer(Int(line))),
      ("column", .integer(Int(column))), ("message", .string(message)),
    ]))
}
