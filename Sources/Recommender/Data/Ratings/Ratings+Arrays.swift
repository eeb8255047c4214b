/// What can identify a user or an item: whole numbers and text.
public protocol RatingIdentifier: Hashable, Sendable {
  /// As a file would write it.
  var identifierText: String { get }
}

extension RatingIdentifier where Self: BinaryInteger {
  public var identifierText: String { String(self) }
}

extension Int: RatingIdentifier {}
extension Int32: RatingIdentifier {}
extension Int64: RatingIdentifier {}
extension UInt64: RatingIdentifier {}
extension String: RatingIdentifier {
  public var identifierText: String { self }
}

extension Ratings {
  /// Ratings from columns of equal length, a row for each rating.
  ///
  ///     Ratings(users: ["Ann", "Bob"], items: [31, 31], ratings: [4, 2.5], titles: [31: "Up"])
  ///
  /// Users and items get indices in the order of their identifiers, numbers first; see
  /// ``Identifiers``. Stops the program for columns of unequal length, an empty identifier, or a
  /// rating that is not finite.
  ///
  /// - Parameters:
  ///   - users: who rated, any identifiers.
  ///   - items: what was rated, any identifiers.
  ///   - ratings: how it was rated, finite numbers.
  ///   - timestamps: when, in seconds since 1970; empty: not known.
  ///   - titles: of items; others have their identifier as title.
  ///   - name: of the data set.
  public init<User: RatingIdentifier, RatedItem: RatingIdentifier>(
    users: [User], items: [RatedItem], ratings: [Float], timestamps: [Int] = [],
    titles: [RatedItem: String] = [:], name: String = "ratings"
  ) {
    Self.checkLengths(users.count, items.count, ratings.count, timestamps.count)
    var builder = RatingsBuilder()
    for row in ratings.indices {
      guard ratings[row].isFinite else {
        stop("Ratings", "the rating in row \(row) is \(ratings[row]); leave such rows out")
      }
      builder.append(
        user: Self.identifier(users[row], "user", row),
        item: Self.identifier(items[row], "item", row), value: ratings[row],
        timestamp: timestamps.isEmpty ? nil : Int64(timestamps[row]))
    }
    self = builder.ratings(name: name) { _, identifiers in
      var described = (0..<identifiers.count).map { Item(title: identifiers[$0]) }
      for (item, title) in titles {
        let index = identifiers.index(of: item.identifierText)
        if let index { described[index] = Item(title: Blanks.trimmed(title)) }
      }
      return (described, [])
    }
  }

  /// Ratings from columns of equal length, in double precision; they are kept as Float.
  @_disfavoredOverload
  public init<User: RatingIdentifier, RatedItem: RatingIdentifier>(
    users: [User], items: [RatedItem], ratings: [Double], timestamps: [Int] = [],
    titles: [RatedItem: String] = [:], name: String = "ratings"
  ) {
    self.init(
      users: users, items: items, ratings: ratings.map { Float($0) }, timestamps: timestamps,
      titles: titles, name: name)
  }

  /// Ratings from columns of equal length, in whole stars.
  @_disfavoredOverload
  public init<User: RatingIdentifier, RatedItem: RatingIdentifier>(
    users: [User], items: [RatedItem], ratings: [Int], timestamps: [Int] = [],
    titles: [RatedItem: String] = [:], name: String = "ratings"
  ) {
    self.init(
      users: users, items: items, ratings: ratings.map { Float($0) }, timestamps: timestamps,
      titles: titles, name: name)
  }

  private static func checkLengths(_ users: Int, _ items: Int, _ ratings: Int, _ times: Int) {
    guard users == ratings, items == ratings, [0, ratings].contains(times) else {
      let withTimes = times == 0 ? "" : " and \(times) timestamps"
      stop(
        "Ratings",
        "there are \(users) users, \(items) items, \(ratings) ratings\(withTimes); each "
          + "row needs one of each")
    }
  }

  private static func identifier(
    _ value: some RatingIdentifier, _ what: String, _ row: Int
  ) -> Identifiers.Identifier {
    let identifier = Identifiers.Identifier(value.identifierText)
    if identifier == .text("") { stop("Ratings", "the \(what) in row \(row) has no identifier") }
    return identifier
  }
}
