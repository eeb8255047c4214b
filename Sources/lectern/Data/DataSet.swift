import Foundation
import Recommender

/// A data set that lessons can open, as `lectern data` shows it.
struct DataSet {
  var name: String
  /// Where there are several of that name.
  var edition: String?
  var what: String
  /// The line of a lesson that opens it.
  var code: String
  /// What else has to be known to use it.
  var note: String?
  var licence: String
  var checksum: String
  /// Where `data fetch` gets it; nil when it is inside the program or no longer published.
  var archive: DataArchive?

  static let all = [
    DataSet(
      name: "ml-latest-small", edition: "2016",
      what: "100,004 ratings of 9,066 movies by 671 users (MovieLens Latest Small)",
      code: "let ratings = MovieLens.latestSmall", note: "it is inside this program",
      licence: "GroupLens's conditions: acknowledge Harper & Konstan (2015), no commercial use",
      checksum: "SHA-256 \(MovieLens.latestSmallSHA256)"),
    DataSet(
      name: "ml-latest-small", edition: "2018",
      what: "100,836 ratings of 9,724 movies by 610 users (MovieLens Latest Small)",
      code: "let ratings = try MovieLens.latestSmall2018()",
      note: "another edition than MovieLens.latestSmall (2016), which is inside this program: "
        + "results on one do not compare with results on the other",
      licence: "GroupLens's conditions: acknowledge Harper & Konstan (2015), no commercial use",
      checksum: "MD5 of the archive as published beside it", archive: .latestSmall),
    DataSet(
      name: "ml-100k",
      what: "100,000 ratings of 1,682 movies by 943 users (MovieLens 100K)",
      code: "let ratings = try MovieLens.ml100k()",
      licence: "GroupLens's conditions: may not be handed on", checksum: known(.ml100k),
      archive: .ml100k),
    DataSet(
      name: "ml-1m",
      what: "1,000,209 ratings of 3,706 movies by 6,040 users (MovieLens 1M)",
      code: "let ratings = try MovieLens.ml1m()",
      licence: "GroupLens's conditions: may not be handed on", checksum: known(.ml1m),
      archive: .ml1m),
    DataSet(
      name: "ml-25m",
      what: "25,000,095 ratings of 59,047 movies by 162,541 users (MovieLens 25M)",
      code: "let ratings = try MovieLens.ml25m()",
      licence: "GroupLens's conditions: no commercial use without permission",
      checksum: known(.ml25m), archive: .ml25m),
    DataSet(
      name: "netflix-prize",
      what: "100,480,507 ratings of 17,770 movies by 480,189 customers",
      code: "let ratings = try Ratings.netflixPrize(folder: …)",
      note: "no longer published; it needs a copy of your own",
      licence: "Netflix's conditions: may not be handed on",
      checksum: "taken when a lesson opens it"),
  ]

  private static func known(_ archive: DataArchive) -> String {
    "MD5 \(archive.md5 ?? "") of the archive"
  }

  /// - Parameter store: where fetched sets are.
  func description(store: String) -> String {
    let title = name + (edition.map { ", edition of \($0)" } ?? "")
    let fields: [(label: String, text: String?)] = [
      ("holds", what), ("open", code), ("note", note),
      ("where", archive.map { place(of: $0, store: store) }), ("licence", licence),
      ("checksum", checksum),
    ]
    return fields.reduce(Style.bold(title)) { text, field in
      field.text.map { "\(text)\n\(Self.line(field.label, $0))" } ?? text
    }
  }

  /// A field's text beside its label, in as many lines as it takes.
  private static func line(_ label: String, _ text: String) -> String {
    let indentation = String(repeating: " ", count: 12)
    let lines = text.wrapped(to: max(Terminal.width - indentation.count, 20))
    return "  " + label.padding(toLength: 10, withPad: " ", startingAt: 0)
      + lines.replacing("\n", with: "\n" + indentation)
  }

  private func place(of archive: DataArchive, store: String) -> String {
    let fetched = FetchedFolder(archive: archive, store: store)
    return switch fetched.state {
    case .absent: "not here; get it with lectern data fetch \(name)"
    case .whole: fetched.path
    case .lacks(let file): "\(fetched.path), but it lacks \(file)"
    }
  }
}
