/// What front matter may say.
enum FrontMatterKey: String, CaseIterable {
  case title, summary, minutes, data, after, terms

  static let names = allCases.map(\.rawValue)

  var isRequired: Bool { self == .title || self == .summary }
}
