import Display

/// TeX formulas as MathML Core, which browsers draw without fonts or scripts of ours.
///
/// The subset: fractions, roots, sums and products with limits, sub- and superscripts, Greek,
/// accents, growing delimiters, matrices, cases, alignment, named functions, `\text`, bold,
/// calligraphic and blackboard letters. Browsers and screen readers get the TeX as `alttext`.
public enum MathML {
  /// The `math` element for a formula.
  ///
  /// - Parameter display: on lines of its own, with large sums and limits above and below.
  /// - Throws: ``MathProblem`` for an unknown command, a brace that does not match, or a formula
  ///   nested deeper than ``TeXParser/deepestNesting``.
  public static func render(tex: String, display: Bool) throws(MathProblem) -> Markup {
    var parser = TeXParser(tokens: TeXToken.tokens(of: tex), isDisplay: display)
    let content = try parser.formula()
    return .element(
      "math",
      [
        "display": display ? "block" : nil,
        "alttext": tex.split(whereSeparator: \.isWhitespace).joined(separator: " "),
      ], content)
  }
}

/// Why a formula cannot be drawn.
public struct MathProblem: Error, Sendable, Equatable {
  /// One sentence without a full stop.
  public var message: String
  /// What to do next, when that is known.
  public var advice: String?
  /// Where in the formula, in UTF-8 bytes.
  public var offset: Int
  /// How many bytes are wrong; at least 1.
  public var length: Int
}
