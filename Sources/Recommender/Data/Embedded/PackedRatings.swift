/// Reads the packed form of a data set that `pack_movielens.py` writes.
///
/// Columns stand one after the other; whole numbers have seven bits a byte, lowest first (LEB128):
///
/// 1. movies: their count and titles, a line each; identifiers, ascending, each as the gap to
///    the one before; the genres' count and names, a line each; each movie's genres as a bit set;
/// 2. users: their count (identifiers are 1, 2, …) and how many ratings each has;
/// 3. ratings, by user and within a user by movie: the movies, as gaps; the half stars, two a
///    byte; the seconds since the rating before, small ones of either sign as small numbers.
struct PackedRatings {
  private var reader: PackedReader

  /// - Throws: ``PackedReader/Damage`` when the bytes are not what the packer writes.
  static func unpack(_ bytes: [UInt8], name: String) throws -> Ratings {
    var packed = PackedRatings(reader: PackedReader(bytes))
    let (identifiers, items) = try packed.movies()
    let counts = try packed.userCounts()
    let catalogue = Catalogue(
      userIdentifiers: Identifiers(numbers: counts.indices.map { Int64($0 + 1) }),
      itemIdentifiers: identifiers, items: items)
    let users = counts.enumerated().flatMap { user, count in
      repeatElement(Int32(user), count: count)
    }
    let ratings = Ratings(
      name: name, catalogue: catalogue, users: users,
      items: try packed.movieColumn(counts, movieCount: items.count),
      values: try packed.valueColumn(count: users.count),
      timestamps: try packed.timestampColumn(count: users.count))
    try packed.reader.expectEnd()
    return ratings
  }

  private mutating func movies() throws -> (Identifiers, [Item]) {
    let titles = try reader.lines()
    var identifiers: [Int64] = []
    for _ in titles { identifiers.append(try reader.number() + (identifiers.last ?? -1) + 1) }
    let genres = try reader.lines()
    let items = try titles.map { title in
      let members = try reader.number()
      return Item(
        title: title, genres: genres.indices.filter { members >> $0 & 1 == 1 }.map { genres[$0] })
    }
    return (Identifiers(numbers: identifiers), items)
  }

  private mutating func userCounts() throws -> [Int] {
    let count = try reader.count()
    var total = 0
    return try (0..<count).map { _ in
      let count = try reader.count()
      total += count
      // Each rating takes a byte at least.
      guard total <= reader.remaining else { throw reader.damage }
      return count
    }
  }

  private mutating func movieColumn(_ counts: [Int], movieCount: Int) throws -> [Int32] {
    var column: [Int32] = []
    for count in counts {
      var movie = -1
      for _ in 0..<count {
        movie += try reader.count(atMost: movieCount) + 1
        guard movie < movieCount else { throw reader.damage }
        column.append(Int32(movie))
      }
    }
    return column
  }

  private mutating func valueColumn(count: Int) throws -> [Float] {
    let pairs = try reader.bytes((count + 1) / 2)
    return (0..<count).map { row in
      let pair = pairs[pairs.startIndex + row / 2]
      return Float(row % 2 == 0 ? pair & 15 : pair >> 4) / 2
    }
  }

  private mutating func timestampColumn(count: Int) throws -> [Int64] {
    var second: Int64 = 0
    return try (0..<count).map { _ in
      let folded = try reader.number()
      second &+= folded >> 1 ^ -(folded & 1)
      return second
    }
  }
}
