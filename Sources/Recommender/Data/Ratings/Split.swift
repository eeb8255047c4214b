import Engine

/// Ratings in two parts: one to learn from, one to see how well that went.
public struct Split: Sendable, Equatable {
  /// What a model is fitted to.
  public let training: Ratings
  /// What the model never sees while it is fitted.
  public let validation: Ratings

  /// Two parts that were made in any other way, with `filter` for instance.
  ///
  /// Stops the program unless both have as many users and items in their catalogues: an index has
  /// to mean the same in each.
  public init(training: Ratings, validation: Ratings) {
    let counts = [training, validation].map { [$0.userCount, $0.itemCount] }
    if counts[0] != counts[1] {
      stop(
        "Split",
        "the training part has \(counts[0][0]) users and \(counts[0][1]) items, the "
          + "validation part \(counts[1][0]) and \(counts[1][1]); take both from the same ratings, "
          + "not compacted")
    }
    self.training = training
    self.validation = validation
  }
}

extension Ratings {
  /// Holds out a part of the ratings, chosen at random.
  ///
  /// Both parts keep the order of the rows and the whole catalogue: a user or item may be left
  /// without any rating in one of them.
  ///
  /// - Parameters:
  ///   - fraction: the part held out for validation, 0 to 1; the number of rows is rounded.
  ///   - seed: the same seed and the same ratings give the same parts.
  public func split(holdingOut fraction: Double, seed: UInt64) -> Split {
    guard (0...1).contains(fraction) else {
      stop("split(holdingOut:seed:)", "a fraction is between 0 and 1, not \(fraction)")
    }
    var random = RandomGenerator(seed: seed).split("split")
    let heldOut = Int((Double(count) * fraction).rounded())
    return split(validation: random.permutation(count).prefix(heldOut))
  }

  /// Holds out each user's last ratings: what one would have had to predict. With 1 this is the
  /// leave-one-out split of papers on recommenders.
  ///
  /// Of ratings at the same time the later row counts as later; where times are not known, rows
  /// count in their order. A user keeps at least one rating for training.
  ///
  /// - Parameter number: how many ratings of each user to hold out, 0 or more.
  public func split(holdingOutLast number: Int) -> Split {
    if number < 0 { stop("split(holdingOutLast:)", "cannot hold out \(number) ratings") }
    let rows = rowsByUser
    return split(
      validation: (0..<rows.count).flatMap { last(number, of: Array(rows[$0])) })
  }

  /// The last of one user's rows, but not all of them.
  private func last(_ number: Int, of rows: [Int]) -> ArraySlice<Int> {
    inTime(rows).suffix(min(number, max(rows.count - 1, 0)))
  }

  func split(validation heldOut: some Sequence<Int>) -> Split {
    var isHeldOut = [Bool](repeating: false, count: count)
    for row in heldOut { isHeldOut[row] = true }
    return Split(
      training: rows(at: values.indices.filter { !isHeldOut[$0] }),
      validation: rows(at: values.indices.filter { isHeldOut[$0] }))
  }
}
