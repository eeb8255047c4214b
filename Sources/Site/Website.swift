import Lessons
import Plots
import Running

/// The teaching site as plain files, byte for byte the same for the same lessons and runs.
public struct Website: Sendable {
  /// Of Lectern, as pages show it.
  public var version: String
  /// Where coloured code is remembered.
  public var cache: any HighlightCache
  /// Where the lessons' images come from.
  public var images: ImageSource
  /// Nil: the site has no page of replications.
  public var replications: ReplicationResults?

  public init(
    version: String, cache: any HighlightCache = MemoryHighlightCache(),
    images: ImageSource = .none, replications: ReplicationResults? = nil
  ) {
    self.version = version
    self.cache = cache
    self.images = images
    self.replications = replications
  }

  /// All files of the site, sorted by path.
  ///
  /// - Throws: ``LessonProblems`` of all lessons together: math that cannot be drawn, links and
  ///   images that lead nowhere.
  public func files(for lessons: [(Lesson, LessonRun)]) throws(LessonProblems) -> [SiteFile] {
    let curriculum = Curriculum(lessons.map(\.0), hasReplications: replications != nil)
    var files = commonFiles(curriculum)
    var problems: [LessonProblem] = []
    if curriculum.hasTerms {
      do {
        files.append(try glossary(lessons.map(\.0), in: curriculum))
      } catch {
        problems += error.problems
      }
    }
    for (lesson, run) in lessons {
      do {
        files += try self.files(for: lesson, run, in: curriculum)
      } catch {
        problems += error.problems
      }
    }
    guard problems.isEmpty else { throw LessonProblems(problems) }
    return files.sortedWithoutRepeats()
  }

  /// The page with all terms.
  public func glossary(
    _ lessons: [Lesson], in curriculum: Curriculum
  ) throws(LessonProblems) -> SiteFile {
    try GlossaryPage(lessons: lessons, curriculum: curriculum, version: version).file()
  }

  /// The page of one lesson with its images: all that a change of its prose touches.
  public func files(
    for lesson: Lesson, _ run: LessonRun, in curriculum: Curriculum
  ) throws(LessonProblems) -> [SiteFile] {
    try LessonPage(
      lesson: lesson, run: run, curriculum: curriculum, version: version, cache: cache,
      images: images
    ).files()
  }

  /// The index, the page of replications, the style sheet and the script.
  public func commonFiles(_ curriculum: Curriculum) -> [SiteFile] {
    let index = IndexPage(
      curriculum: curriculum, version: version, hasReplications: replications != nil)
    let page = replications.map {
      ReplicationsPage(results: $0, version: version, hasGlossary: curriculum.hasTerms).file
    }
    return [
      index.file,
      SiteFile(path: "style.css", bytes: PackageResources.style_css + Array(Plot.css.utf8)),
      SiteFile(path: "lectern.js", bytes: PackageResources.lectern_js),
    ] + (page.map { [$0] } ?? [])
  }
}

extension [SiteFile] {
  /// Two lessons may show the same image.
  fileprivate func sortedWithoutRepeats() -> [SiteFile] {
    var seen: Set<String> = []
    return sorted { $0.path < $1.path }.filter { seen.insert($0.path).inserted }
  }
}
