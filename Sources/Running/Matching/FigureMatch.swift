import Foundation
import Lessons

/// Compares a figure of the prose with the value of its expression.
///
/// A number must equal the value rounded to as many decimals as are written, half to even, as
/// `printf` rounds; its grouping commas and its sign's form are the author's. A text must equal
/// what ``OutputMatch`` would see of the value.
public enum FigureMatch {
  public enum Match: Sendable, Equatable {
    case matches
    /// `correction`: what should be written; nil when the prose cannot hold the value.
    case differs(value: String, correction: String?)
  }

  public static func compare(_ figure: Figure, text: String, digits: String?) -> Match {
    if let digits, let style = FigureStyle(figure.written) {
      let correction = style.text(of: digits)
      return correction == style.text(of: figure.written)
        ? .matches : .differs(value: digits, correction: correction)
    }
    let shown = text.trimmingCharacters(in: .newlines)
    if shown == figure.written { return .matches }
    let fits = figure.form != .number && figure.form.canHold(shown)
    return .differs(value: shown, correction: fits ? shown : nil)
  }
}

extension Figure.Form {
  /// Whether text between the marks stays what it is.
  fileprivate func canHold(_ text: String) -> Bool {
    guard !text.isEmpty, !text.contains(where: \.isNewline), text.first != " ", text.last != " "
    else { return false }
    return !text.contains { self == .code ? $0 == "`" : "*_`[]<>&\\$!".contains($0) }
  }
}
