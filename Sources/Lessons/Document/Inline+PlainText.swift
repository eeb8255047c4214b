extension Inline {
  /// The words without their form: for anchors, search, and a picture's alternative text.
  public var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .math(let tex, _): tex
    case .emphasis(let content), .strong(let content), .definition(_, let content),
      .link(_, _, let content):
      content.map(\.plainText).joined()
    case .image(_, _, let alternative): alternative
    case .softBreak, .hardBreak: " "
    }
  }
}
