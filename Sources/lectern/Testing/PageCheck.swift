import Foundation
import Lessons
import Running
import Site

/// Finds what would keep lessons that run well from becoming pages: links and images that lead
/// nowhere, formulas that cannot be drawn, misspelt names.
struct PageCheck {
  /// Nobody looks at these pages.
  private struct NoColours: HighlightCache {
    func tokens(of code: String, otherwise make: (String) -> [CodeToken]) -> [CodeToken] { [] }
  }

  private let curriculum: Curriculum

  /// - Parameter lessons: those to check. They may link to the workspace's and to those beside them.
  init(_ lessons: [Lesson], in workspace: Workspace) {
    var known = lessons
    for folder in [workspace.lessonsFolder] + lessons.map(\.folder) {
      // A lesson that cannot be read is for its own test to report.
      let entries = (try? LessonLibrary(folder: folder).entries) ?? []
      for entry in entries where !known.contains(where: { $0.isFile(entry.path) }) {
        if let lesson = try? LessonParser.read(path: entry.path) { known.append(lesson) }
      }
    }
    curriculum = Curriculum(
      known,
      hasReplications: FileManager.default.fileExists(atPath: workspace.replicationResults))
  }

  func problems(of lesson: Lesson, _ run: LessonRun) -> [LessonProblem] {
    let website = Website(
      version: Workspace.version, cache: NoColours(), images: .files(in: lesson.folder))
    var problems: [LessonProblem] = []
    do { _ = try website.files(for: lesson, run, in: curriculum) } catch {
      problems += error.problems
    }
    do { _ = try website.glossary([lesson], in: curriculum) } catch { problems += error.problems }
    return problems
  }
}

extension Lesson {
  fileprivate var folder: String {
    URL(fileURLWithPath: path).deletingLastPathComponent().path
  }

  fileprivate func isFile(_ other: String) -> Bool {
    URL(fileURLWithPath: path).standardizedFileURL
      == URL(fileURLWithPath: other).standardizedFileURL
  }
}
