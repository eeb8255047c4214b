/// Stops the program at the author's line.
func stop(_ message: String, _ file: StaticString, _ line: UInt) -> Never {
  fatalError(message, file: file, line: line)
}

/// The result of `body`; its error stops the program at the author's line.
func orStop<Result>(
  _ file: StaticString, _ line: UInt, _ body: () throws(WorksheetError) -> Result
) -> Result {
  do {
    return try body()
  } catch {
    stop("\(error)", file, line)
  }
}
