/// The readable form of a ``Difference``.
struct DifferenceText {
  private static let context = 2
  private static let mostLines = 60
  private static let longestLine = 160

  private var rows: [String] = []
  /// Lines that differ and are not shown.
  private var omitted = 0

  var text: String { rows.joined(separator: "\n") }

  init(_ lines: [Difference.Line]) {
    var index = 0
    while index < lines.count {
      let end = lines[index...].firstIndex { $0.isSame != lines[index].isSame } ?? lines.count
      let run = lines[index..<end]
      if !lines[index].isSame {
        appendChange(run)
      } else if rows.count < Self.mostLines {
        appendSame(run, isFirst: index == 0, isLast: end == lines.count)
      }
      index = end
    }
    if omitted > 0 { rows.append("  … \(omitted) more lines differ") }
  }

  private mutating func appendSame(
    _ lines: ArraySlice<Difference.Line>, isFirst: Bool, isLast: Bool
  ) {
    let before = isFirst ? 0 : Self.context
    let after = isLast ? 0 : Self.context
    let hidden = lines.count - before - after
    let shown = lines.map { "  " + Self.visible($0.text) }
    if hidden <= 1 {
      rows += shown
    } else {
      rows += shown.prefix(before)
      rows.append("  … \(hidden) equal lines")
      rows += shown.suffix(after)
    }
  }

  /// The first removed line is taken to have become the first added one, and so on.
  private mutating func appendChange(_ lines: ArraySlice<Difference.Line>) {
    let expected = lines.compactMap { if case .expected(let text) = $0 { text } else { nil } }
    let actual = lines.compactMap { if case .actual(let text) = $0 { text } else { nil } }
    for index in 0..<max(expected.count, actual.count) {
      let old = index < expected.count ? expected[index] : nil
      let new = index < actual.count ? actual[index] : nil
      if rows.count < Self.mostLines {
        appendPair(old.map(Array.init), new.map(Array.init))
      } else {
        omitted += (old == nil ? 0 : 1) + (new == nil ? 0 : 1)
      }
    }
  }

  private mutating func appendPair(_ old: [Character]?, _ new: [Character]?) {
    guard let old, let new else {
      if let old { rows.append("- " + Self.visible(String(old))) }
      if let new { rows.append("+ " + Self.visible(String(new))) }
      return
    }
    let start = zip(old, new).prefix { $0 == $1 }.count
    let room = min(old.count, new.count) - start
    let end = zip(old.reversed(), new.reversed()).prefix(room).prefix { $0 == $1 }.count
    // A long line is shown from a little before the place where it changes.
    let window = start > Self.longestLine / 2 ? start - Self.longestLine / 4 : 0
    let lead = window > 0 ? "…" : ""
    rows.append("- " + lead + Self.visible(String(old[window...])))
    rows.append("+ " + lead + Self.visible(String(new[window...])))
    let changed = max(1, min(max(old.count, new.count) - start - end, Self.longestLine / 2))
    let indent = lead.count + start - window
    // Nothing in common: the mark would only repeat the lines' length.
    if start + end > 0 {
      rows.append(
        "  " + String(repeating: " ", count: indent) + String(repeating: "~", count: changed))
    }
  }

  /// Control characters as their pictures (`␛`), long lines cut.
  private static func visible(_ line: String) -> String {
    let cut = line.prefix(longestLine)
    let scalars = cut.unicodeScalars.map { scalar -> Character in
      switch scalar.value {
      case 0..<32: Character(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 127: "\u{2421}"
      case 0x80..<0xA0, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
        "\u{FFFD}"
      default: Character(scalar)
      }
    }
    return String(scalars) + (cut.endIndex < line.endIndex ? "…" : "")
  }
}

extension Difference.Line {
  fileprivate var isSame: Bool { if case .same = self { true } else { false } }

  fileprivate var text: String {
    switch self {
    case .same(let text), .expected(let text), .actual(let text): text
    }
  }
}
