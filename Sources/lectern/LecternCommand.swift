import ArgumentParser
import CKernels
import Foundation
import Lessons

struct LecternCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lectern",
    abstract: "Machine-learning lessons in Markdown with Swift steps that really run.",
    discussion: """
      A lesson is one Markdown file. Its fences marked ‘swift’ are steps: Lectern compiles and \
      runs them in order, compares what they write with the ‘output’ fences below them, and \
      renders a site that needs no server.

      To begin:
        lectern list           what lessons there are
        lectern run 1          run the first one here in the terminal
        lectern new my-lesson  write one of your own
        lectern test           check every output of every lesson
        lectern build          regenerate the site in site/

      LESSON is a number, a slug, or the path of any Markdown file.

      Exit status: 0 all well; 1 a step, an expectation or an output failed; 2 the call or a \
      lesson file is wrong; 3 the machine lacks something (see lectern doctor); 130 stopped \
      with Ctrl-C.
      """,
    version: Workspace.version,
    subcommands: [
      ListCommand.self, RunCommand.self, TestCommand.self, BlessCommand.self, BuildCommand.self,
      NewCommand.self, DataCommand.self, BenchCommand.self, DoctorCommand.self,
    ])

  /// A mistyped command, also one that help is asked for, gets the nearest one for an answer.
  private static func refuseUnknownCommand() throws {
    let words = CommandLine.arguments.dropFirst()
    let isForHelp = words.first == "help" && words.count > 1
    guard let word = isForHelp ? words.dropFirst().first : words.first, !word.hasPrefix("-") else {
      return
    }
    let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if known.contains(word) { return }
    throw WrongCall(
      message: "there is no command ‘\(word)’",
      advice: NearestWord.advice(for: word, among: known)
        ?? "the commands are: \(known.joined(separator: ", "))")
  }

  /// Parses the call, runs it, and ends the program with its status.
  static func start() -> Never {
    lectern_buffer_output_by_line()
    do {
      try refuseUnknownCommand()
      var command = try parseAsRoot()
      try command.run()
      Foundation.exit(0)
    } catch {
      Foundation.exit(Complaint(error).print())
    }
  }
}
