import Foundation

/// What the Swift runtime writes to standard error when it stops a program:
///
///     Lessons/x.md#train:2: Precondition failed: a batch must not be empty
///     Current stack trace: …
struct RuntimeMessage: Equatable {
  /// `a batch must not be empty`; may have more lines. Without words of the author's, the
  /// runtime's own: `Precondition failed`.
  let text: String
  /// Where the line begins that holds the message.
  private let start: String.Index

  private static let marks = ["Fatal error", "Precondition failed", "Assertion failed"]

  /// The last message in `errorText`, which the step itself may have written to before.
  init?(in errorText: String) {
    let found = Self.marks.compactMap { mark in
      errorText.ranges(of: mark).last { Self.isMessage($0, in: errorText) }
    }
    guard let mark = found.max(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
    start =
      errorText[..<mark.lowerBound].lastIndex(of: "\n").map(errorText.index(after:))
      ?? errorText.startIndex
    var message = errorText[mark.upperBound...].drop { $0 == ":" }
    // The runtime goes on with addresses, which mean nothing to a reader and change every time.
    if let trace = message.firstRange(of: "\nCurrent stack trace:") {
      message = message[..<trace.lowerBound]
    }
    let trimmed = message.trimmingCharacters(in: .whitespacesAndNewlines)
    text = trimmed.isEmpty ? String(errorText[mark]) : trimmed
  }

  /// The words stand behind a place and before a colon or the end of the line.
  private static func isMessage(_ mark: Range<String.Index>, in text: String) -> Bool {
    let before = text[..<mark.lowerBound]
    let after = text[mark.upperBound...]
    return (before.isEmpty || before.hasSuffix("\n") || before.hasSuffix(": "))
      && (after.isEmpty || after.hasPrefix(":") || after.hasPrefix("\n"))
  }

  /// What the step itself wrote; the runtime's message is told in our words.
  static func removed(from errorText: String) -> String {
    guard let message = RuntimeMessage(in: errorText) else { return errorText }
    return String(errorText[..<message.start])
  }
}
