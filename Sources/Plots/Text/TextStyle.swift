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
  let isASCII: Bool

  static let unicode = TextStyle(
    marks: ["●", "○", "▲", "△", "■", "□"], horizontal: "─", vertical: "│", corner: "└",
    leftTick: "┤", bottomTick: "┬", ellipsis: "…", horizontalReference: "╌",
    verticalReference: "╎", contour: "·", isASCII: false)

  static let ascii = TextStyle(
    marks: ["*", "o", "+", "x", "#", "@"], horizontal: "-", vertical: "|", corner: "+",
    leftTick: "+", bottomTick: "+", ellipsis: "...", horizontalReference: "-",
    verticalReference: ":", contour: ".", isASCII: true)

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
