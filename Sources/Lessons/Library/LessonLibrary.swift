import Foundation

/// The lessons of a folder, by their files' names.
public struct LessonLibrary: Sendable, Equatable {
  /// One file `NN-slug.md`.
  public struct Entry: Sendable, Equatable {
    /// The folder's name, as it was given, and the file's.
    public var path: String
    public var number: Int
    public var slug: String
  }

  /// In the order of their numbers.
  public var entries: [Entry]

  /// Lists the files `NN-slug.md` of a folder; other files are not lessons.
  /// - Throws: that the folder cannot be read, or that two lessons have one number or one slug.
  public init(folder: String) throws(LessonProblems) {
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw LessonProblems(
        file: folder, message: "this folder of lessons cannot be read",
        advice: "go to the folder that holds ‘Lessons’")
    }
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    entries = files.filter { $0.hasSuffix(".md") }.compactMap { file in
      let name = LessonFileName(path: file)
      return name.number.map { Entry(path: base + file, number: $0, slug: name.slug) }
    }.sorted { ($0.number, $0.path) < ($1.number, $1.path) }
    try checkRepetitions()
  }

  private func checkRepetitions() throws(LessonProblems) {
    var problems: [LessonProblem] = []
    var numbers: [Int: Entry] = [:]
    var slugs: [String: Entry] = [:]
    for entry in entries {
      let sameNumber = numbers.updateValue(entry, forKey: entry.number)
      let sameSlug = slugs.updateValue(entry, forKey: entry.slug)
      for (what, other) in [
        ("number \(entry.number)", sameNumber), ("slug ‘\(entry.slug)’", sameSlug),
      ] {
        guard let other else { continue }
        problems +=
          LessonProblems(
            file: entry.path, message: "the \(what) is taken",
            advice: "\(other.path) has it already; rename one of the files"
          ).problems
      }
    }
    if !problems.isEmpty { throw LessonProblems(problems) }
  }

  /// The path of the lesson that a user names by number, slug, file name or path.
  public func path(of lesson: String) throws(UnknownLesson) -> String {
    let isPath = lesson.contains("/") || lesson.hasSuffix(".md")
    if isPath, FileManager.default.fileExists(atPath: lesson) { return lesson }
    let name = LessonFileName(path: lesson)
    let entry = entries.first { entry in
      entry.slug == lesson || Int(lesson) == entry.number
        || (entry.number == name.number && entry.slug == name.slug && !lesson.contains("/"))
    }
    guard let entry else { throw UnknownLesson(name: lesson, known: entries.map(\.slug)) }
    return entry.path
  }
}
