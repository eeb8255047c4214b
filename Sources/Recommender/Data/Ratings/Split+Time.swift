import Engine

extension Ratings {
  /// Holds out whatever was rated from a moment on: the future, as someone had it who trained then.
  ///
  /// Both parts keep the order of the rows and the whole catalogue. Stops the program where times
  /// are not known.
  ///
  /// - Parameter time: the first moment of the validation part, in seconds since 1970.
  public func split(holdingOutFrom time: Int) -> Split {
    checkTimes("split(holdingOutFrom:)")
    return split(validation: values.indices.filter { timestamps[$0] >= time })
  }

  /// Holds out the latest ratings of all, whoever gave them.
  ///
  /// Of ratings at the same time the later row counts as later. For the last ratings of each user
  /// there is ``split(holdingOutLast:)``.
  ///
  /// - Parameter fraction: the part held out for validation, 0 to 1; the number of rows is rounded.
  public func split(holdingOutLatest fraction: Double) -> Split {
    guard (0...1).contains(fraction) else {
      stop("split(holdingOutLatest:)", "a fraction is between 0 and 1, not \(fraction)")
    }
    checkTimes("split(holdingOutLatest:)")
    let heldOut = Int((Double(count) * fraction).rounded())
    return split(validation: inTime(Array(values.indices)).suffix(heldOut))
  }

  /// Divides the rows into parts of equal size at random, and holds out each once (k-fold
  /// cross-validation).
  ///
  /// Each row is in the validation part of exactly one fold. Where the rows cannot be divided
  /// evenly, the first folds hold out one more. Parts keep the order of the rows and the whole
  /// catalogue. (scikit-learn: `KFold(shuffle=True)`.)
  ///
  /// - Parameter count: how many folds, 2 to the number of rows.
  public func folds(count: Int, using random: inout RandomGenerator) -> [Split] {
    guard count >= 2, count <= self.count else {
      stop(
        "folds",
        "\(self.count) ratings cannot be divided into \(count) folds; 2 or more can be "
          + "made, up to one for each rating")
    }
    let order = random.permutation(self.count)
    return (0..<count).map { fold in
      let start = fold * (self.count / count) + min(fold, self.count % count)
      let size = self.count / count + (fold < self.count % count ? 1 : 0)
      return split(validation: order[start..<start + size])
    }
  }

  /// Rows from the earliest to the latest, of equal times the earlier row first; where times are not
  /// known, in the order of the rows.
  func inTime(_ rows: [Int]) -> [Int] {
    timestamps.isEmpty
      ? rows.sorted() : rows.sorted { (timestamps[$0], $0) < (timestamps[$1], $1) }
  }

  func checkTimes(_ operation: String) {
    if timestamps.isEmpty && count > 0 {
      stop(
        operation,
        "these ratings have no times; read them with timestamp: and the name of the column")
    }
  }
}
