/// What is known of an item besides its ratings.
public struct Item: Sendable, Equatable {
  /// `Toy Story (1995)`; the identifier where the data set has no titles.
  public let title: String
  /// In the data set's order; empty where it names none.
  public let genres: [String]

  public init(title: String, genres: [String] = []) {
    self.title = title
    self.genres = genres
  }
}

/// What MovieLens 100K and 1M tell of a user.
public struct Person: Sendable, Equatable {
  /// In years. MovieLens 1M gives the lowest age of a bracket: 1, 18, 25, 35, 45, 50, 56.
  public let age: Int
  /// `F` or `M`.
  public let gender: String
  public let occupation: String
  /// Text: Canadian codes have letters, American ones leading zeros.
  public let zipCode: String
}
