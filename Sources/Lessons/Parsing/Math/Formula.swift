/// TeX in a lesson, found before cmark reads the text.
struct Formula {
  /// Between the dollars, its line breaks as `\n`.
  var tex: String
  /// Between two dollars each.
  var isDisplay: Bool
  /// Of the opening dollar.
  var position: SourcePosition

  /// As the author wrote it: what stands in a place where TeX means nothing, such as a link's
  /// destination.
  var original: String { isDisplay ? "$$\(tex)$$" : "$\(tex)$" }
}
