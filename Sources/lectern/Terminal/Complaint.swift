import ArgumentParser
import Foundation
import Lessons
import Recommender
import Running
import Site

/// An error as its reader sees it, and the exit status that it means.
struct Complaint {
  var text: String
  var status: Int32
  /// Help that was asked for is a result, not a complaint.
  var isResult = false

  init(_ error: any Error) {
    switch error {
    case let problems as LessonProblems:
      (text, status) = (problems.problems.map(\.description).joined(separator: "\n\n"), 2)
    case let problem as LessonProblem: (text, status) = (problem.description, 2)
    case let lesson as UnknownLesson: (text, status) = ("error: \(lesson)", 2)
    case let call as WrongCall: (text, status) = ("error: \(call.message)\n   \(call.advice)", 2)
    case let file as DataFileError: (text, status) = ("error: \(file)", 2)
    case let fault as ReplicationFault: (text, status) = ("error: \(fault)", 2)
    case let missing as MissingTool: (text, status) = ("error: \(missing)", 3)
    case let failure as SystemFailure: (text, status) = ("error: \(failure)", 3)
    case let failure as SiteWritingError: (text, status) = ("error: \(failure)", 3)
    case is Interrupted: (text, status) = ("stopped; what was finished is kept", 130)
    case let code as ExitCode: (text, status) = ("", code.rawValue)
    default:
      let code = LecternCommand.exitCode(for: error)
      text = LecternCommand.fullMessage(for: error)
      isResult = code == .success
      status = code == .success ? 0 : code == .validationFailure ? 2 : 3
      if status == 3 { text = "error: \(error.localizedDescription)" }
    }
  }

  /// Writes it where it belongs and returns the status.
  func print() -> Int32 {
    if text.isEmpty { return status }
    if isResult { Swift.print(text) } else { Terminal.complain(text) }
    return status
  }
}

/// The call makes no sense as it is.
struct WrongCall: Error {
  var message: String
  var advice: String
}
