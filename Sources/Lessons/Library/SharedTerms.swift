/// Terms that more than one lesson claims to explain.
public enum SharedTerms {
  /// A problem for each lesson that defines a term of an earlier one.
  ///
  /// - Parameter lessons: in the order of the course.
  public static func problems(in lessons: [Lesson]) -> [LessonProblem] {
    var owners: [String: Lesson] = [:]
    var problems: [LessonProblem] = []
    for lesson in lessons {
      for term in lesson.frontMatter.terms {
        if let owner = owners[term.anchor] {
          problems.append(lesson.problem(with: term, explainedBy: owner))
        } else {
          owners[term.anchor] = lesson
        }
      }
    }
    return problems
  }
}

extension Lesson {
  fileprivate func problem(with term: Term, explainedBy owner: Lesson) -> LessonProblem {
    let line = SourceText(source).line(term.position.line)
    return LessonProblem(
      file: path, position: term.position, length: term.name.utf8.count,
      message: "the term \(term.name.quoted) is explained by another lesson already",
      advice: "\(owner.path) has it; leave it out here, and link there",
      sourceLine: String(decoding: line, as: UTF8.self))
  }
}
