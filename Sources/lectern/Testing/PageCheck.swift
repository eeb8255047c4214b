import Foundation
import Lessons
import Running
import Site

/// Finds what would keep lessons that run well from becoming pages: links and images that lead
/// nowhere, formulas that cannot be drawn, misspelt names.
struct PageCheck {
  private let website: Website
  private let curriculum: Curriculum
  private let highlights: MemoryHighlightCache
  private let workspace: Workspace

  /// - Parameter lessons: those to check; they may link to all others of the workspace.
  init(_ lessons: [Lesson], in workspace: Workspace) {
    // A lesson that cannot be read is for its own test to report.
    let paths = (try? workspace.library().entries.map(\.path)) ?? []
    let others = paths.filter { path in !lessons.contains { $0.path == path } }
      .compactMap { try? LessonParser.read(path: $0) }
    curriculum = Curriculum(lessons + others)
    highlights = workspace.rememberedHighlights()
    website = workspace.website(highlights)
    self.workspace = workspace
  }

  func problems(of lesson: Lesson, _ run: LessonRun) -> [LessonProblem] {
    var problems: [LessonProblem] = []
    var website = website
    // The lesson may lie outside of the workspace.
    website.images = .files(in: URL(fileURLWithPath: lesson.path).deletingLastPathComponent())
    do { _ = try website.files(for: lesson, run, in: curriculum) } catch {
      problems += error.problems
    }
    do { _ = try website.glossary([lesson], in: curriculum) } catch { problems += error.problems }
    return problems
  }

  /// Keeps what was coloured: the next test or build need not do it again.
  func finish() { workspace.remember(highlights) }
}
