/// The values that ratings can have, numbered from 1 for a table of embeddings.
enum RatingScale {
  /// More values than any scale of stars or marks has.
  private static let limit = 1000

  /// The given scale, or that of the values that occur; stops the program for one of no use.
  static func checked(_ scale: [Float]?, for ratings: Ratings) -> [Float] {
    let values = scale ?? Set(ratings.values).sorted()
    if values.contains(where: \.isNaN) || zip(values, values.dropFirst()).contains(where: >=) {
      stop("RatingSequences", "the scale must ascend, without repeats: \(values.prefix(20))")
    }
    if values.count > limit {
      stop(
        "RatingSequences",
        "the ratings have \(values.count) different values, at most \(limit) can be told apart; "
          + "round them first")
    }
    return values
  }

  static func levels(of ratings: Ratings, on scale: [Float]) -> [Int32] {
    let numbers = Dictionary(uniqueKeysWithValues: zip(scale, Int32(1)...))
    return ratings.values.enumerated().map { row, value in
      guard let number = numbers[value] else {
        stop(
          "RatingSequences",
          "the rating in row \(row) is \(value), which is not on the scale \(scale)")
      }
      return number
    }
  }
}
