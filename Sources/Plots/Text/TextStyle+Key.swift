import Display

extension TextStyle {
  /// Which shade stands for which values.
  func key(to colors: PlacedColorScale) -> [String] {
    let title = colors.title.isEmpty ? [] : [text(colors.title) + ":"]
    let levels = zip(shades, colors.levelTexts).map { "\($0) \(text($1))" }
    return TextFrame.flow(title + levels, separator: "  ", self)
  }
}
