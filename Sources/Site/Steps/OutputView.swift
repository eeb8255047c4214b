import Display
import Running

/// What a step wrote and displayed, in order: text, tables, drawings.
struct OutputView {
  /// How labels call the step; unique on the page.
  let name: String
  let outputs: [Output]

  private enum Piece {
    case text(String)
    case table([Markup])
    case drawing([Markup], text: String)
  }

  var markup: Markup {
    let pieces = self.pieces
    let views = pieces.enumerated().map { index, piece in
      view(of: piece, label: label(index, of: pieces.count))
    }
    return .element("div", ["class": "output"], views)
  }

  private func label(_ index: Int, of count: Int) -> String {
    "Output of \(name)" + (count > 1 ? ", part \(index + 1)" : "")
  }

  /// Texts that follow each other are one piece.
  private var pieces: [Piece] {
    var pieces: [Piece] = []
    for output in outputs {
      let piece = piece(of: output)
      if case .text(let text) = piece, case .text(let earlier)? = pieces.last {
        let lineBreak = earlier.isEmpty || earlier.hasSuffix("\n") ? "" : "\n"
        pieces[pieces.count - 1] = .text(earlier + lineBreak + text)
      } else {
        pieces.append(piece)
      }
    }
    return pieces.filter { piece in
      if case .text(let text) = piece { !text.trimmedEnd.isEmpty } else { true }
    }
  }

  /// The richest form that stands the check; the text is always there.
  private func piece(of output: Output) -> Piece {
    switch output {
    case .text(let text): return .text(text)
    case .display(let forms):
      let plain = forms["text/plain"] ?? ""
      if let svg = forms["image/svg+xml"],
        let drawing = try? MarkupReader.read(svg, as: .svg)
      {
        return .drawing(drawing, text: plain)
      }
      if let html = forms["text/html"], let table = try? MarkupReader.read(html, as: .html) {
        return .table(table)
      }
      return .text(plain)
    }
  }

  private func view(of piece: Piece, label: String) -> Markup {
    switch piece {
    case .text(let text): .scrollable("text", label: label, .preformatted(text.trimmedEnd))
    case .table(let table): .scrollable("rich", label: label, .fragment(table))
    case .drawing(let drawing, let text): plot(drawing, text: text, label: label)
    }
  }

  /// The text stands first, for readers without style sheets; the style sheet swaps the two.
  private func plot(_ drawing: [Markup], text: String, label: String) -> Markup {
    let asText = Markup.scrollable(
      "text", label: label + " as text", PlotText(text.trimmedEnd).markup)
    return .element(
      "div", ["class": "plot-output"],
      .disclosure("Plot as text", class: "plot-text", [asText]),
      .scrollable("drawing", label: label, .fragment(drawing)))
  }
}
