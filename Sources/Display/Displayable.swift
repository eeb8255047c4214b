/// A value that knows how it wants to be shown.
///
/// Anything can be displayed by its description; a type conforms to `Displayable` to offer
/// more: aligned text, an HTML table, an SVG drawing.
public protocol Displayable {
  var representations: Representations { get }
}

/// One value in the forms a reader may see, as in Jupyter's MIME bundles.
public struct Representations: Sendable, Equatable {
  /// `text/plain`: always there. Terminals show it and lessons assert it.
  public var plain: String
  /// `text/html`: what the site shows in place of the text.
  public var html: Markup?
  /// `image/svg+xml`: what the site shows in place of the text.
  public var svg: Markup?

  public init(plain: String, html: Markup? = nil, svg: Markup? = nil) {
    self.plain = plain
    self.html = html
    self.svg = svg
  }
}
