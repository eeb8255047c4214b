/// A text with wildcards: `?` for any character, `*` for any number of them, `~` before one that is
/// meant itself. Capitals do not matter.
struct WildcardPattern {
  private enum Piece: Equatable {
    case character(Character)
    case anyCharacter
    case anything
  }

  private var pieces: [Piece] = []

  init(_ text: String) {
    var isEscaped = false
    let characters = Array(text.lowercased())
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      if isEscaped {
        pieces.append(.character(character))
        isEscaped = false
      } else if character == "~", let next, "*?~".contains(next) {
        isEscaped = true
      } else {
        pieces.append(
          character == "*" ? .anything : character == "?" ? .anyCharacter : .character(character))
      }
    }
  }

  /// Whether all of `text` fits.
  func matches(_ text: String) -> Bool {
    let characters = Array(text.lowercased())
    var (piece, index) = (0, 0)
    // Where to go on if a try fails: behind the last `*`, one character further.
    var retry: (piece: Int, index: Int)?
    while index < characters.count {
      if piece < pieces.count, pieces[piece] == .anything {
        retry = (piece, index)
        piece += 1
      } else if piece < pieces.count,
        pieces[piece] == .anyCharacter || pieces[piece] == .character(characters[index])
      {
        piece += 1
        index += 1
      } else if let last = retry {
        retry = (last.piece, last.index + 1)
        (piece, index) = (last.piece + 1, last.index + 1)
      } else {
        return false
      }
    }
    return pieces[piece...].allSatisfy { $0 == .anything }
  }
}
