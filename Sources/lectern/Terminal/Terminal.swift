import Foundation

/// What the two output streams can show.
enum Terminal {
  /// Standard output is a terminal that understands colour, and nobody asked for none.
  static let hasColour = isTerminal(STDOUT_FILENO) && wantsColour

  /// Standard output is a terminal: lines have an end.
  static let isInteractive = isTerminal(STDOUT_FILENO)

  /// Standard error is: live progress may be drawn there.
  static let isLive = isTerminal(STDERR_FILENO) && environment["TERM"] != "dumb"

  static let hasErrorColour = isLive && wantsColour

  /// Columns of the terminal; 80 when there is none.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 80 }
    return Int(size.ws_col)
  }

  private static let environment = ProcessInfo.processInfo.environment

  private static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  private static var wantsColour: Bool {
    (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// Writes a line to standard error, after what standard output holds.
  static func complain(_ text: String) {
    fflush(nil)
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}

/// A look of text on a terminal.
enum Style: String {
  case bold = "1"
  case dim = "2"
  case red = "31"
  case green = "32"
  case yellow = "33"
  case cyan = "36"

  func callAsFunction(_ text: String, when isOn: Bool = Terminal.hasColour) -> String {
    isOn ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension String {
  /// Lines of at most `width` characters, broken between words.
  func wrapped(to width: Int) -> String {
    var lines = [""]
    for word in split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Without what could steer a terminal: a step's output is text and nothing else. Tabs and
  /// line breaks stay, other control characters become visible, and so do those that turn the
  /// direction of writing: they could show code or an output in another order than it has.
  var harmless: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}":
        result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
