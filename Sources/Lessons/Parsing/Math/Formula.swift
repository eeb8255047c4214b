/// TeX in a lesson, found before cmark reads the text.
struct Formula {
  /// Between the dollars, its line breaks as `\n`.
  var tex: String
  /// Between two dollars each.
  var isDisplay: Bool
  /// Of the opening dollar.
  var position: SourcePosition
  /// Its bytes in the file, with the dollars.
  var range: Range<Int>

  /// As the author wrote it: what stands in a place where TeX means nothing, such as a link's
  /// destination.
  var original: String { isDisplay ? "$$\(tex)$$" : "$\(tex)$" }
}
