import Display

/// The characters a text drawing is made of.
struct TextStyle: Sendable {
  /// One mark for each series; after the last the letters follow.
  let marks: [Character]
  let horizontal: Character
  let vertical: Character
  let corner: Character
  let leftTick: Character
  let bottomTick: Character
  let ellipsis: String
  let horizontalReference: Character
  let verticalReference: Character
  let contour: Character
  /// Fills the band around a line.
  let band: Character
  /// From light to dark.
  let shades: [Character]
  /// A point whose value is missing.
  let missing: Character
  /// Parts of boxes and error bars.
  let box: BoxParts
  let isASCII: Bool
  /// How many cells a line has at most.
  var width = 80

  static let unicode = TextStyle(
    marks: ["●", "○", "▲", "△", "■", "□"], horizontal: "─", vertical: "│", corner: "└",
    leftTick: "┤", bottomTick: "┬", ellipsis: "…", horizontalReference: "╌",
    verticalReference: "╎", contour: "·", band: "░", shades: ["░", "▒", "▓", "█"],
    missing: "×",
    box: BoxParts(
      whisker: "─", leftCap: "├", rightCap: "┤", body: "▒", median: "┃", outlier: "○",
      upright: "│"),
    isASCII: false)

  static let ascii = TextStyle(
    marks: ["*", "o", "+", "x", "#", "@"], horizontal: "-", vertical: "|", corner: "+",
    leftTick: "+", bottomTick: "+", ellipsis: "...", horizontalReference: "-",
    verticalReference: ":", contour: ".", band: "'", shades: [".", "+", "%", "#"],
    missing: "x",
    box: BoxParts(
      whisker: "-", leftCap: "|", rightCap: "|", body: "=", median: "#", outlier: "o",
      upright: "|"),
    isASCII: true)

  struct BoxParts {
    let whisker: Character
    let leftCap: Character
    let rightCap: Character
    let body: Character
    let median: Character
    let outlier: Character
    let upright: Character
  }

  /// The head of an arrow that points along the screen's `dx` and `dy`, y downwards.
  func arrowHead(dx: Int, dy: Int) -> Character {
    // A cell is about twice as high as wide.
    if abs(dx) >= 2 * abs(dy) { return isASCII ? (dx < 0 ? "<" : ">") : (dx < 0 ? "←" : "→") }
    return isASCII ? (dy < 0 ? "^" : "v") : (dy < 0 ? "↑" : "↓")
  }

  /// The character that a reference line is made of.
  func sample(of reference: PlacedReference) -> Character {
    reference.isVertical ? verticalReference : horizontalReference
  }

  func mark(_ index: Int) -> Character {
    if index < marks.count { return marks[index] }
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return letters[(index - marks.count) % letters.count]
  }

  /// The text with the characters this style has, in one line.
  func text(_ text: String) -> String {
    let line = text.onOneLine
    return isASCII ? line.foldedToASCII : line
  }
}
