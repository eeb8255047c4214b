/// A lesson was asked for that is not there.
public struct UnknownLesson: Error, Sendable, Equatable, CustomStringConvertible {
  public var name: String
  /// The slugs there are.
  public var known: [String]

  public var description: String {
    let message = "there is no lesson \(name.quoted)".withVisibleControls
    if let nearest = NearestWord.find(name, among: known) {
      return "\(message)\n   did you mean ‘\(nearest)’?"
    }
    return known.isEmpty ? message : "\(message)\n   there are " + known.joined(separator: ", ")
  }
}
