import Foundation
import Lessons
import Running

/// Where things are: the folder with the lessons, the cache, the site.
struct Workspace {
  static let version = "0.1.0"

  /// The folder that holds `Lessons/`, as a path to put before others; "" for the working folder.
  var root: String

  /// Looks for `Lessons/` in the working folder and those above it, then in the checkout that
  /// this program was built in.
  static func find() -> Workspace {
    var prefix = ""
    for _ in 0..<32 {
      if isRoot(prefix) { return Workspace(root: prefix) }
      let folder = URL(fileURLWithPath: prefix.isEmpty ? "." : prefix).standardizedFileURL.path
      if folder == "/" { break }
      prefix += "../"
    }
    var folder = URL(fileURLWithPath: executable)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      if isRoot(folder.path + "/") { return Workspace(root: folder.path + "/") }
    }
    return Workspace(root: "")
  }

  private static func isRoot(_ prefix: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: prefix + "Lessons", isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// This program's file.
  static let executable: String = {
    #if os(Linux)
      let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      return path ?? CommandLine.arguments[0]
    #else
      return Bundle.main.executablePath ?? CommandLine.arguments[0]
    #endif
  }()

  var lessonsFolder: String { root + "Lessons" }
  var siteFolder: String { root + "site" }
  /// What `lectern bench --replicate` writes and the site shows.
  var replicationResults: String { root + "Replications/results.jsonl" }
  var cacheFolder: String {
    ProcessInfo.processInfo.environment["LECTERN_CACHE"] ?? (root + ".build/lectern-cache")
  }

  /// Every step can use these without importing them.
  static let preludeModules = ["Display", "Plots", "Engine", "Worksheet", "Recommender"]

  func environment(interruption: Interruption?) throws -> RunEnvironment {
    try RunEnvironment(
      executable: Workspace.executable, cacheFolder: cacheFolder,
      preludeModules: Workspace.preludeModules,
      stepModules: Workspace.preludeModules + ["CKernels"], interruption: interruption)
  }

  func library() throws -> LessonLibrary { try LessonLibrary(folder: lessonsFolder) }

  /// The path of the lesson that the user names; any Markdown file will do.
  func path(of lesson: String) throws -> String {
    if lesson.contains("/") || lesson.hasSuffix(".md") {
      if FileManager.default.fileExists(atPath: lesson) { return lesson }
    }
    return try library().path(of: lesson)
  }

  /// Reads the lessons named, or all. The mistakes of all files are reported together.
  func read(_ names: [String]) throws -> [Lesson] {
    let paths = names.isEmpty ? try library().entries.map(\.path) : try names.map(path(of:))
    var lessons: [Lesson] = []
    var problems: [LessonProblem] = []
    for path in paths {
      do { lessons.append(try LessonParser.read(path: path)) } catch { problems += error.problems }
    }
    problems += SharedTerms.problems(in: lessons)
    guard problems.isEmpty else { throw inFileOrder(problems) }
    return lessons
  }
}

/// Makes one error of the problems of several files, kept in the files' order.
private func inFileOrder(_ problems: [LessonProblem]) -> LessonProblems {
  var all = LessonProblems([])
  all.problems = problems
  return all
}
