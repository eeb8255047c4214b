import CMark

/// The library that reads CommonMark.
public enum MarkdownLibrary {
  /// Its version: `cmark 0.30.2`.
  public static var version: String { "cmark \(String(cString: cmark_version_string()))" }
}
