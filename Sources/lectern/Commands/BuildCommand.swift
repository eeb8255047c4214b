import ArgumentParser
import Foundation
import Lessons
import Running
import Site

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Regenerate the teaching site.",
    discussion: """
      Writes plain files that need no server, no network and no JavaScript: open \
      site/index.html. Only what changed runs again; only files whose bytes differ are written.

      Example:
        lectern build --output /tmp/site
      """)

  @Option(help: ArgumentHelp("Write the site to this folder.", valueName: "dir"))
  var output: String?

  func run() throws {
    let workspace = Workspace.find()
    let lessons = try workspace.read([])
    let replications = try replications(in: workspace)
    let environment = try workspace.environment(interruption: InterruptSignal.watch())
    let progress = ProgressLine()
    let runs = try ParallelRuns(environment: environment, options: RunOptions()).map(lessons) {
      progress.show($0, urgent: true)
    } transform: { _, run, _ in
      run
    }
    progress.clear()
    try refuseFailures(lessons, runs)

    let memory = URL(fileURLWithPath: workspace.cacheFolder + "/highlighted.json")
    let highlights = MemoryHighlightCache(contentsOf: memory)
    let website = Website(
      version: Workspace.version, cache: highlights, images: .files(in: workspace.lessonsFolder),
      replications: replications)
    let files = try website.files(for: Array(zip(lessons, runs)))
    try? highlights.save(to: memory)

    let folder = output ?? workspace.siteFolder
    let changes = try SiteWriter(folder: URL(fileURLWithPath: folder)).write(files)
    for path in changes.written { print("wrote \(folder)/\(path)") }
    for path in changes.removed { print("removed \(folder)/\(path)") }
    print(
      changes.isEmpty
        ? "\(folder) is up to date: \(lessons.count) lessons"
        : "\(folder): \(lessons.count) lessons; open \(folder)/index.html")
  }

  /// Nil where there is no file of results: the site then has no page of them.
  private func replications(in workspace: Workspace) throws -> ReplicationResults? {
    let path = workspace.replicationResults
    guard FileManager.default.fileExists(atPath: path) else {
      Terminal.complain(
        "note: \(path) is not here, so the site gets no page of replications; lectern bench "
          + "--replicate writes it")
      return nil
    }
    return try ReplicationFile(path: path).read()
  }

  /// A page must not show a lesson that does not work: the site stays as it was.
  private func refuseFailures(_ lessons: [Lesson], _ runs: [LessonRun]) throws {
    var hasFailures = false
    for (lesson, run) in zip(lessons, runs) {
      let report = LessonReport(lesson: lesson, run: run, seconds: 0)
      for failure in report.failures { Terminal.complain(failure.text + "\n") }
      hasFailures = hasFailures || !report.failures.isEmpty
    }
    if hasFailures {
      Terminal.complain("the site was left as it was")
      throw ExitCode(1)
    }
  }
}

extension ImageSource {
  /// The files of a folder of lessons.
  static func files(in folder: String) -> ImageSource {
    ImageSource { path in
      (try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)"))).map(Array.init)
    }
  }
}
