import Engine

extension Ratings {
  /// Three parts chosen at random.
  ///
  /// - Parameters:
  ///   - validation: the part held out for choosing, 0 to 1; the number of rows is rounded.
  ///   - test: the part held out for the end; both together at most 1.
  ///   - seed: the same seed and the same ratings give the same parts.
  public func split(validation: Double, test: Double, seed: UInt64) -> ThreeWaySplit {
    let operation = "split(validation:test:seed:)"
    let (validationCount, testCount) = heldOut(validation, test, operation)
    var random = RandomGenerator(seed: seed).split("split")
    let order = random.permutation(count)
    return ThreeWaySplit(
      self, validation: Array(order[testCount..<testCount + validationCount]),
      test: Array(order.prefix(testCount)))
  }

  /// Three parts of each user's ratings in time: the last ones are for the test, those before them
  /// for validation, the rest to learn from.
  ///
  /// A user keeps at least one rating for training; of a user with few ratings the test part gets
  /// its share first. Order in time as in ``split(holdingOutLast:)``. A model still learns from what
  /// other users did later: only ``split(validationFrom:testFrom:)`` is free of the future.
  public func split(validationLast: Int, testLast: Int) -> ThreeWaySplit {
    if validationLast < 0 || testLast < 0 {
      stop(
        "split(validationLast:testLast:)",
        "cannot hold out \(min(validationLast, testLast)) ratings")
    }
    var validation: [Int] = [], test: [Int] = []
    let rows = rowsByUser
    for user in 0..<rows.count where rows[user].count > 1 {
      let order = inTime(Array(rows[user]))
      let last = order.suffix(min(testLast, order.count - 1))
      let rest = order.dropLast(last.count)
      test += last
      validation += rest.suffix(min(validationLast, rest.count - 1))
    }
    return ThreeWaySplit(self, validation: validation, test: test)
  }

  /// Three parts by two moments, the same for everybody: whoever trained before the first did not
  /// know what followed. Ratings of one moment are all in one part.
  ///
  /// - Parameters:
  ///   - validationFrom: the first moment of the validation part, in seconds since 1970.
  ///   - testFrom: the first moment of the test part, not before the other.
  public func split(validationFrom: Int, testFrom: Int) -> ThreeWaySplit {
    checkTimes("split(validationFrom:testFrom:)")
    if testFrom < validationFrom {
      stop(
        "split(validationFrom:testFrom:)",
        "the test part begins at \(testFrom), before the validation part at \(validationFrom)")
    }
    let isTest = { self.timestamps[$0] >= testFrom }
    let late = values.indices.filter { timestamps[$0] >= validationFrom }
    return ThreeWaySplit(
      self, validation: late.filter { !isTest($0) }, test: late.filter(isTest))
  }

  /// Three parts by two moments that leave about these fractions of the ratings to the later parts.
  ///
  /// A moment's ratings all go to the later part, so that no time is in two parts and these may be
  /// somewhat larger than asked for.
  public func split(validationLatest: Double, testLatest: Double) -> ThreeWaySplit {
    let operation = "split(validationLatest:testLatest:)"
    checkTimes(operation)
    let (validationCount, testCount) = heldOut(validationLatest, testLatest, operation)
    let times = timestamps.sorted()
    func moment(_ heldOut: Int) -> Int {
      heldOut == 0 ? Int.max : Int(times[count - heldOut])
    }
    return split(
      validationFrom: moment(validationCount + testCount), testFrom: moment(testCount))
  }

  private func heldOut(_ validation: Double, _ test: Double, _ operation: String) -> (Int, Int) {
    guard validation >= 0, test >= 0, validation + test <= 1 else {
      stop(
        operation,
        "the parts are 0 or more and together at most 1, not \(validation) and \(test)")
    }
    let testCount = Int((Double(count) * test).rounded())
    let validationCount = Int((Double(count) * validation).rounded())
    return (min(validationCount, count - testCount), testCount)
  }
}
