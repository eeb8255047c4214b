import CKernels
import Foundation
import Lessons
import Recommender
import Running

/// One thing that `lectern doctor` looks at.
struct HealthCheck {
  var name: String
  /// Returns what is there; throws what is wrong and how to fix it.
  var examine: () throws -> String

  static func all(_ workspace: Workspace) -> [HealthCheck] {
    [
      HealthCheck(name: "compiler") {
        let environment = try workspace.environment(interruption: nil)
        let version = environment.toolchain.version.split(separator: "\n").first ?? ""
        return "\(version) (\(environment.toolchain.swiftc))"
      },
      HealthCheck(name: "linker") {
        try workspace.environment(interruption: nil).toolchain.linker
      },
      HealthCheck(name: "symbolizer") {
        guard let path = try workspace.environment(interruption: nil).toolchain.symbolizer else {
          throw MissingTool(
            message: "llvm-symbolizer is missing: traps name the step's first line only",
            advice: "install a complete Swift toolchain, or the package llvm")
        }
        return path
      },
      HealthCheck(name: "libcmark") { MarkdownLibrary.version },
      HealthCheck(name: "lessons") {
        let lessons = try workspace.read([])
        return "\(lessons.count) in \(workspace.lessonsFolder)"
      },
      HealthCheck(name: "data") {
        let ratings = MovieLens.latestSmall
        return "ml-latest-small, \(ratings.count) ratings, inside the program"
      },
      HealthCheck(name: "cache") {
        let probe = workspace.cacheFolder + "/probe"
        try FileManager.default.createDirectory(
          atPath: workspace.cacheFolder, withIntermediateDirectories: true)
        try AtomicFile.write("probe", to: probe)
        try FileManager.default.removeItem(atPath: probe)
        return workspace.cacheFolder
      },
      HealthCheck(name: "engine") {
        "\(lectern_thread_count()) threads, \(String(cString: lectern_isa_name())) kernels"
      },
      HealthCheck(name: "one small step") { try smallStep(workspace) },
    ]
  }

  /// Compiles and runs a step, which is what all the rest is for.
  private static func smallStep(_ workspace: Workspace) throws -> String {
    let source = """
      ---
      title: A step
      summary: One.
      ---

      ```swift
      6 * 7
      ```

      """
    let lesson = try LessonParser.parse(path: "doctor.md", source: source)
    let session = LessonSession(environment: try workspace.environment(interruption: nil))
    let run = try session.run(lesson, options: RunOptions(readsCache: false))
    let output = run.steps.first?.textOutput(of: lesson.steps[0]) ?? ""
    guard output.trimmingCharacters(in: .whitespacesAndNewlines) == "42" else {
      throw MissingTool(
        message: "a step that should print 42 printed ‘\(output)’",
        advice: "./lectern clean, then ./lectern build")
    }
    return "compiled, ran, and gave 42"
  }
}
