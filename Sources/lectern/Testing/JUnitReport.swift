import Display
import Lessons

/// The report that continuous integration servers read: a suite a lesson, a case a step.
struct JUnitReport {
  var reports: [LessonReport]

  var text: String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + Markup.element("testsuites", [:], reports.map(suite)).rendered + "\n"
  }

  private func suite(_ report: LessonReport) -> Markup {
    let steps = report.lesson.steps.filter { $0.role != .shown && !$0.isStarter }
    var names = steps.map(\.id)
    // Exercises, and the page.
    for failure in report.failures where !names.contains(failure.step) {
      names.append(failure.step)
    }
    return .element(
      "testsuite",
      [
        "name": report.lesson.slug, "tests": "\(names.count)",
        "failures": "\(report.failures.count)", "time": "\(report.seconds)",
      ], names.map { testCase($0, in: report) })
  }

  private func testCase(_ step: String, in report: LessonReport) -> Markup {
    let failures = report.failures.filter { $0.step == step }
    return .element(
      "testcase", ["classname": report.lesson.slug, "name": step],
      failures.map { .element("failure", ["message": $0.message], .text($0.text)) })
  }
}
