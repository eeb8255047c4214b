import Display

/// Ratings in three parts: one to learn from, one to choose between models, one for the final word.
///
///     var parts = ratings.split(validation: 0.1, test: 0.1, seed: 1)
///     parts.search.ratingMetrics(of: model)       // as often as you like
///     parts.openTest().ratingMetrics(of: model)   // once, at the end
///
/// A figure that has been chosen for being the best is too good: whoever has compared twenty models
/// on the validation part has fitted its noise. The test part is therefore not within reach; opening
/// it is counted, and ``timesOpened`` and the table show how often this value was asked.
public struct ThreeWaySplit: Sendable, Equatable {
  /// What a model is fitted to.
  public let training: Ratings
  /// What models and their settings are chosen on.
  public let validation: Ratings
  let test: Ratings
  /// Training and validation together, in the order of their rows.
  private let known: Ratings
  /// How often ``openTest(retrained:)`` was called on this value; a copy counts for itself.
  public private(set) var timesOpened = 0

  init(_ ratings: Ratings, validation: [Int], test: [Int]) {
    let outer = ratings.split(validation: test)
    let inner = ratings.split(validation: validation + test)
    training = inner.training
    self.validation = ratings.rows(at: validation.sorted())
    self.test = outer.validation
    known = outer.training
  }

  /// Training against validation, for whatever is chosen on the way.
  public var search: Split { Split(training: training, validation: validation) }

  /// How many ratings the test part has.
  public var testCount: Int { test.count }

  /// The split whose validation part is the test part, for the last measurement.
  ///
  /// - Parameter retrained: whether the model is fitted once more to training and validation
  ///   together; the training part returned is then both.
  public mutating func openTest(retrained: Bool = false) -> Split {
    timesOpened += 1
    return Split(training: retrained ? known : training, validation: test)
  }
}

extension ThreeWaySplit: Displayable {
  public var representations: Representations {
    let parts = [("training", training), ("validation", validation), ("test", test)]
    let opened = ["not opened yet", "opened once"]
    let note = timesOpened < 2 ? opened[timesOpened] : "opened \(timesOpened) times"
    return Table(parts, caption: "three parts; test \(note)", limit: .none) {
      Column(rowHeader: "part", \.0)
      Column("ratings", \.1.count)
      Column("users") { $0.1.userCounts.count { $0 > 0 } }
      Column("items") { $0.1.itemCounts.count { $0 > 0 } }
    }.representations
  }
}
