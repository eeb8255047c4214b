import Lessons
import Running

/// Finds misspelt names in a lesson's front matter: only the other lessons and the run tell.
///
/// A lesson to read first may not be written yet, and some machines lack a data set whose steps do
/// without it then. So a name is wrong only when it is nearly one that is there.
struct FrontMatterCheck {
  let lesson: Lesson
  let run: LessonRun
  let curriculum: Curriculum

  var problems: [LessonProblem] {
    let slugs = curriculum.entries.map(\.slug).filter { $0 != lesson.slug }
    let opened = Set(run.dataFiles.map(\.name)).sorted()
    return misspelt(lesson.frontMatter.after, among: slugs, key: "after") {
      "no lesson ‘\($0)’ to read first"
    }
      + misspelt(lesson.frontMatter.data, among: opened, key: "data") {
        "no step opens the data set ‘\($0)’"
      }
  }

  private func misspelt(
    _ names: [String], among known: [String], key: String, message: (String) -> String
  ) -> [LessonProblem] {
    names.filter { !known.contains($0) }.compactMap { name in
      NearestWord.advice(for: name, among: known).map {
        problem(message(name), key: key, name: name, advice: $0)
      }
    }
  }

  /// At the name, looked for from its key's line on.
  private func problem(
    _ message: String, key: String, name: String, advice: String
  ) -> LessonProblem {
    let text = LessonText(lesson)
    let line = text.lines.firstIndex { $0.hasPrefix(key + ":") } ?? 0
    return text.problem(
      message, advice: advice, words: name, from: SourcePosition(line: line + 1, column: 1))
  }
}
