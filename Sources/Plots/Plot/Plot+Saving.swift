import Display

/// A plot could not be saved.
public struct PlotFileError: Error, Equatable, Sendable, CustomStringConvertible {
  public let path: String
  public let reason: String

  public var description: String { "cannot save the plot to \(path): \(reason)" }
}

extension Plot {
  /// Saves the plot in the form that the suffix of `path` names: `.svg` is a drawing with its own
  /// colours for light and dark screens, `.txt` the text in Unicode characters.
  ///
  /// The file is written beside the old one and renamed, so that it is never half a file. Throws
  /// ``PlotFileError`` for another suffix and when the file cannot be written.
  public func save(to path: String) throws {
    try PlotFile.save(text: text, svg: svg, to: path)
  }
}

extension PlotGrid {
  /// Saves the plots in the form that the suffix of `path` names, `.svg` or `.txt`; see
  /// ``Plot/save(to:)``.
  public func save(to path: String) throws {
    try PlotFile.save(text: text, svg: svg, to: path)
  }
}

/// Writes plots to files.
private enum PlotFile {
  static func save(
    text: @autoclosure () -> String, svg: @autoclosure () -> Markup, to path: String
  ) throws(PlotFileError) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let point = name.lastIndex(of: ".")
    let suffix = point.map { name[$0...].lowercased() } ?? ""
    let contents: String
    switch suffix {
    case ".svg": contents = SVGFile.text(of: svg())
    case ".txt": contents = text() + "\n"
    case "":
      throw PlotFileError(path: path, reason: "the name has no suffix; use .svg or .txt")
    default:
      throw PlotFileError(
        path: path, reason: "\(suffix) is not a form that plots have; use .svg or .txt")
    }
    do {
      try FileReplacement.write([Array(contents.utf8)[...]], to: path)
    } catch {
      throw PlotFileError(path: path, reason: error.reason)
    }
  }
}

/// A drawing as a file of its own, with the style sheet that a page would give it.
private enum SVGFile {
  static func text(of drawing: Markup) -> String {
    guard case .element(let name, let attributes, let children) = drawing else { return "" }
    let style = Markup.element("style", [:], .text(Plot.css + css))
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + Markup.element(name, attributes, [style] + children).rendered + "\n"
  }

  /// The page: dark letters on white, or light ones on near-black where the reader prefers that.
  private static let css = """
    :root { color-scheme: light dark; }
    .plot { color: #1b1b1f; background: #ffffff; padding: 12px; box-sizing: border-box; }
    @supports (color: light-dark(#000, #fff)) {
      .plot { color: light-dark(#1b1b1f, #e7e7ea); background: light-dark(#ffffff, #16171b); }
    }

    """
}
