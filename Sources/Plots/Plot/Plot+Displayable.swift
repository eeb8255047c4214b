import Display

extension Plot: Displayable {
  /// The Unicode text and the SVG.
  public var representations: Representations { Representations(plain: text, svg: svg) }
}
