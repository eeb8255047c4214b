/// Keeps TeX from cmark, which would take its backslashes, stars and underscores for Markdown.
///
/// Every formula is replaced by its index between two marks, a character that the file does not
/// contain; a formula of several lines leaves an empty pair of marks on each further line, so
/// that every line keeps its number. ``parts(of:)`` undoes this in what cmark returns.
struct MathMask {
  enum Part {
    case text(String)
    case formula(Formula)
    /// Where a formula that began on an earlier line goes on.
    case continuation
  }

  private let mark: Unicode.Scalar?
  private(set) var formulas: [Formula] = []

  /// A mask for a file; one that uses up all private characters of the basic plane has no math.
  init(for bytes: [UInt8]) {
    var used: Set<UInt32> = []
    for index in bytes.indices.dropLast(2) where bytes[index] & 0xFE == 0xEE {
      let high = UInt32(bytes[index] & 0x0F) << 12
      used.insert(high | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F))
    }
    mark = (0xE000...0xF8FF).first { !used.contains($0) }.flatMap(Unicode.Scalar.init)
  }

  /// The same mask before it has hidden anything.
  var emptied: MathMask {
    var mask = self
    mask.formulas = []
    return mask
  }

  var isAvailable: Bool { mark != nil }

  /// The text to put in the place of a formula that takes `lines` lines.
  mutating func hide(_ formula: Formula, lines: Int, prefix: String = "") -> [UInt8] {
    guard let mark else { return [] }
    let further = String(repeating: "\n\(prefix)\(mark)\(mark)", count: lines - 1)
    defer { formulas.append(formula) }
    return Array("\(mark)\(formulas.count)\(mark)\(further)".utf8)
  }

  /// Splits what cmark returned at the formulas.
  func parts(of text: String) -> [Part] {
    guard let mark, text.unicodeScalars.contains(mark) else { return [.text(text)] }
    let pieces = text.unicodeScalars.split(separator: mark, omittingEmptySubsequences: false)
    var parts: [Part] = []
    var before = String(pieces[0])
    var index = 1
    while index < pieces.count {
      if index + 1 < pieces.count, let part = part(between: pieces[index]) {
        if !before.isEmpty { parts.append(.text(before)) }
        parts.append(part)
        before = String(pieces[index + 1])
        index += 2
      } else {
        // The mark came from an entity such as `&#xE000;`.
        before += "\(mark)\(String(pieces[index]))"
        index += 1
      }
    }
    return before.isEmpty ? parts : parts + [.text(before)]
  }

  /// What two marks with `index` between them stand for.
  private func part(between index: Substring.UnicodeScalarView) -> Part? {
    if index.isEmpty { return .continuation }
    guard let number = Int(String(index)), formulas.indices.contains(number) else { return nil }
    return .formula(formulas[number])
  }

  /// What cmark returned, with the author's own dollars.
  func restore(_ text: String) -> String {
    parts(of: text).map { part in
      switch part {
      case .text(let text): text
      case .formula(let formula): formula.original
      case .continuation: ""
      }
    }.joined()
  }
}
