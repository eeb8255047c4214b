import Lessons
import Running
import Testing

@testable import Site

struct FrontMatterCheckTests {
  /// What is wrong with a lesson beside one called `sheet`, after a step that opened `ml-small`.
  private func problems(data: [String] = [], after: [String] = []) -> [String] {
    var lesson = Fixture.lesson(
      [], source: "---\ntitle: A model\ndata: [mk, ml-smal]\nafter: [shet, model, films]\n---\n")
    lesson.frontMatter.data = data
    lesson.frontMatter.after = after
    let run = LessonRun(
      slug: "model", steps: [], dataFiles: [DataFile(name: "ml-small", sha256: "00")])
    let check = FrontMatterCheck(
      lesson: lesson, run: run,
      curriculum: Curriculum([Fixture.lesson([], number: 1, slug: "sheet"), lesson]))
    return check.problems.map {
      "\($0.position.line):\($0.position.column)+\($0.length) \($0.message) | \($0.advice ?? "")"
    }
  }

  @Test func namesThatAreThereAndThoseThatMayComeAreFine() {
    #expect(problems(data: ["ml-small", "mk"], after: ["sheet", "films"]) == [])
  }

  @Test func misspeltNamesAreFoundWhereTheyStand() {
    #expect(
      problems(data: ["ml-smal"], after: ["shet", "films"]) == [
        "4:9+4 no lesson ‘shet’ to read first | did you mean ‘sheet’?",
        "3:12+7 no step opens the data set ‘ml-smal’ | did you mean ‘ml-small’?",
      ])
  }

  @Test func thePageIsRefused() {
    var lesson = Fixture.lesson([])
    lesson.frontMatter.after = ["modell"]
    let other = Fixture.lesson([], number: 1, slug: "models")
    #expect(throws: LessonProblems.self) {
      try Website(version: "1").files(
        for: lesson, LessonRun(slug: lesson.slug, steps: []), in: Curriculum([other, lesson]))
    }
  }
}
