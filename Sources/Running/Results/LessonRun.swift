/// What happened when a lesson ran: one ``StepRun`` for each of its Swift fences, in order.
public struct LessonRun: Sendable, Equatable, Codable {
  public var slug: String
  public var steps: [StepRun]
  /// How the exercises' checks judged the starters; solutions and checks are in ``steps``.
  public var exercises: [ExerciseRun]
  /// One for each of the lesson's figures, in their order.
  public var figures: [FigureRun]
  /// The data files that the steps opened.
  public var dataFiles: [DataFile]

  public init(
    slug: String, steps: [StepRun], exercises: [ExerciseRun] = [], figures: [FigureRun] = [],
    dataFiles: [DataFile] = []
  ) {
    self.slug = slug
    self.steps = steps
    self.exercises = exercises
    self.figures = figures
    self.dataFiles = dataFiles
  }

  public subscript(id: String) -> StepRun? { steps.first { $0.id == id } }
}

/// How an exercise's checks judged its starter: they must not accept it.
public struct ExerciseRun: Sendable, Equatable, Codable {
  public var name: String
  /// The starter failed at least one check (or does not compile), as it must.
  public var starterWasRejected: Bool
  /// What the reader sees who runs the checks on the untouched starter.
  public var message: String

  public init(name: String, starterWasRejected: Bool, message: String) {
    self.name = name
    self.starterWasRejected = starterWasRejected
    self.message = message
  }
}

/// A data file that a step opened.
public struct DataFile: Sendable, Equatable, Codable, Hashable {
  public var name: String
  /// Hexadecimal.
  public var sha256: String

  public init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }
}
