import Lessons

/// Finds the lesson's line for an address in a compiled step.
struct Symbolicator: Sendable {
  var toolchain: Toolchain

  struct Location: Equatable {
    /// In the lesson; nil when no frame lies in it.
    var position: SourcePosition?
    /// What the compiler noted about a trap without a message: `arithmetic overflow`.
    var runtimeFailure: String?
  }

  /// The innermost of `addresses` that lies in the lesson's text.
  func locate(_ addresses: [CodeAddress], in locations: StepLocations) -> Location {
    var location = Location()
    guard let symbolizer = toolchain.symbolizer, !addresses.isEmpty else { return location }
    let arguments = addresses.prefix(24).map { "CODE \"\($0.library)\" \($0.offset)" }
    guard
      let result = try? Subprocess.run(symbolizer, ["--inlines", "--relativenames"] + arguments),
      result.status == 0
    else { return location }
    // Two lines a frame: a function's name, then FILE:LINE:COLUMN.
    let lines = result.output.split(separator: "\n").map(String.init)
    for (name, place) in zip(lines, lines.dropFirst()) {
      let mark = "Swift runtime failure: "
      if name.hasPrefix(mark), location.runtimeFailure == nil {
        location.runtimeFailure = String(name.dropFirst(mark.count))
      }
      guard let position = Self.position(in: place, locations) else { continue }
      location.position = position
      return location
    }
    return location
  }

  private static func position(in place: String, _ locations: StepLocations) -> SourcePosition? {
    let parts = place.split(separator: ":")
    guard parts.count >= 3, let column = Int(parts[parts.count - 1]),
      let line = Int(parts[parts.count - 2]), line > 0
    else { return nil }
    let file = parts.dropLast(2).joined(separator: ":")
    return locations.line(line, ofFrameIn: file).map {
      SourcePosition(line: $0, column: max(1, column))
    }
  }
}
