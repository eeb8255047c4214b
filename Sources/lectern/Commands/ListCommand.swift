import ArgumentParser
import Display
import Lessons
import Running

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show all lessons and how their last run went.")

  func run() throws {
    let workspace = Workspace.find()
    let lessons = try workspace.read([])
    let log = RunLog(workspace: workspace)
    let rows = lessons.map { lesson in
      [
        lesson.number.map(String.init) ?? "", lesson.slug, lesson.title,
        "\(lesson.steps.count)", lesson.frontMatter.minutes.map(String.init) ?? "",
        log.state(of: lesson),
      ]
    }
    print(
      TextColumns(
        headers: ["no", "lesson", "title", "steps", "min", "last run"], numeric: [0, 3, 4],
        rows: rows
      ).text(width: Terminal.width))
  }
}
