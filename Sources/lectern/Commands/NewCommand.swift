import ArgumentParser
import Foundation
import Lessons
import Running

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a lesson: a file that already passes its test.",
    discussion: """
      Writes Lessons/NN-SLUG.md with the next free number: prose, a step, an exercise with \
      hint, solution and check. Change one thing at a time and run lectern test on it.

      Example:
        lectern new matrix-tricks
      """)

  @Argument(help: "Small letters, digits and hyphens: matrix-tricks.")
  var slug: String

  func run() throws {
    let isSlug = slug.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil
    guard isSlug else {
      throw WrongCall(
        message: "‘\(slug)’ is no slug", advice: "use small letters, digits and hyphens: my-lesson")
    }
    let workspace = Workspace.find()
    try FileManager.default.createDirectory(
      atPath: workspace.lessonsFolder, withIntermediateDirectories: true)
    let library = try workspace.library()
    if let taken = library.entries.first(where: { $0.slug == slug }) {
      throw WrongCall(
        message: "\(taken.path) is there already", advice: "choose another slug, or edit that file")
    }
    let number = (library.entries.map(\.number).max() ?? 0) + 1
    let path = "\(workspace.lessonsFolder)/\(number < 10 ? "0" : "")\(number)-\(slug).md"
    try AtomicFile.write(LessonTemplate(slug: slug).text, to: path)
    print("wrote \(path)\nnext: lectern run \(number), then edit it, then lectern test \(number)")
  }
}
