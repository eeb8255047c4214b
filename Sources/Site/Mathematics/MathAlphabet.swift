/// Letters in another style. MathML Core has no attribute for it: Unicode has the letters.
enum MathAlphabet {
  case bold, calligraphic, blackboard, italic, sansSerif, monospaced

  /// `text` in this style; characters without a form in it stay as they are.
  func styled(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map(styled)))
  }

  private func styled(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    if let exception = exceptions[letter] { return exception }
    for (range, first) in ranges where range.contains(letter) {
      let distance = letter.value - range.lowerBound.value
      return Unicode.Scalar(first + distance) ?? letter
    }
    return letter
  }

  /// Where the style's letters begin, by the plain letters they stand for.
  private var ranges: [(ClosedRange<Unicode.Scalar>, UInt32)] {
    switch self {
    case .bold:
      [
        ("A"..."Z", 0x1D400), ("a"..."z", 0x1D41A), ("0"..."9", 0x1D7CE), ("Α"..."Ω", 0x1D6A8),
        ("α"..."ω", 0x1D6C2),
      ]
    case .calligraphic: [("A"..."Z", 0x1D49C), ("a"..."z", 0x1D4B6)]
    case .blackboard: [("A"..."Z", 0x1D538), ("a"..."z", 0x1D552), ("0"..."9", 0x1D7D8)]
    case .sansSerif: [("A"..."Z", 0x1D5A0), ("a"..."z", 0x1D5BA), ("0"..."9", 0x1D7E2)]
    case .monospaced: [("A"..."Z", 0x1D670), ("a"..."z", 0x1D68A), ("0"..."9", 0x1D7F6)]
    case .italic: []
    }
  }

  /// Letters that Unicode had before it got the whole alphabets.
  private var exceptions: [Unicode.Scalar: Unicode.Scalar] {
    switch self {
    case .calligraphic:
      [
        "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
        "e": "ℯ", "g": "ℊ", "o": "ℴ",
      ]
    case .blackboard:
      ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]
    case .bold: ["∇": "𝛁", "∂": "𝛛"]
    case .italic, .sansSerif, .monospaced: [:]
    }
  }
}
