extension String {
  /// The text in ASCII: letters without their accents, typographic marks by their plain
  /// relatives, everything else a question mark.
  var foldedToASCII: String {
    var folded = ""
    for scalar in unicodeScalars {
      if scalar.isASCII {
        folded.unicodeScalars.append(scalar)
      } else if let replacement = String.asciiReplacements[scalar] {
        folded += replacement
      } else if scalar.properties.generalCategory != .nonspacingMark {
        folded += "?"
      }
    }
    return folded
  }

  private static let asciiReplacements: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [
      "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "ß": "ss", "Ø": "O", "ø": "o", "Ł": "L", "ł": "l",
      "Đ": "D", "đ": "d", "ð": "d", "Þ": "Th", "þ": "th", "ı": "i", "µ": "u", "μ": "u",
      "α": "alpha",
      "β": "beta", "γ": "gamma", "ε": "epsilon", "η": "eta", "λ": "lambda", "σ": "sigma",
      "θ": "theta", "…": "...", "–": "-", "—": "-", "−": "-", "‐": "-", "·": "*", "×": "x",
      "÷": "/",
      "→": "->", "←": "<-", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "±": "+-", "°": " deg",
      "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'", "«": "\"", "»": "\"", "\u{A0}": " ",
      "√": "sqrt", "²": "^2", "³": "^3", "½": "1/2", "•": "*", "∞": "inf",
    ]
    // The rest of Latin-1 and Latin Extended-A by the letter that carries the accent.
    let accented: KeyValuePairs<String, String> = [
      "A": "ÀÁÂÃÄÅĀĂĄ", "a": "àáâãäåāăą", "C": "ÇĆĈĊČ", "c": "çćĉċč", "D": "Ď", "d": "ď",
      "E": "ÈÉÊËĒĔĖĘĚ", "e": "èéêëēĕėęě", "G": "ĜĞĠĢ", "g": "ĝğġģ", "H": "ĤĦ", "h": "ĥħ",
      "I": "ÌÍÎÏĨĪĬĮİ", "i": "ìíîïĩīĭį", "J": "Ĵ", "j": "ĵ", "K": "Ķ", "k": "ķ", "L": "ĹĻĽ",
      "l": "ĺļľ", "N": "ÑŃŅŇ", "n": "ñńņň", "O": "ÒÓÔÕÖŌŎŐ", "o": "òóôõöōŏő", "R": "ŔŖŘ",
      "r": "ŕŗř", "S": "ŚŜŞŠ", "s": "śŝşš", "T": "ŢŤŦ", "t": "ţťŧ", "U": "ÙÚÛÜŨŪŬŮŰŲ",
      "u": "ùúûüũūŭůűų", "W": "Ŵ", "w": "ŵ", "Y": "ÝŶŸ", "y": "ýÿŷ", "Z": "ŹŻŽ", "z": "źżž",
    ]
    for (letter, variants) in accented {
      for scalar in variants.unicodeScalars { table[scalar] = letter }
    }
    return table
  }()
}
