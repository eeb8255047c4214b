import ArgumentParser
import Foundation
import Lessons
import Recommender
import Running

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check what Lectern needs of this machine, and say how to fix what is wrong.")

  func run() throws {
    let workspace = Workspace.find()
    var isWell = true
    for check in HealthCheck.all(workspace) {
      let result = Result { try check.examine() }
      switch result {
      case .success(let finding): print("\(Style.green("ok"))     \(check.name): \(finding)")
      case .failure(let error):
        isWell = false
        print("\(Style.red("wrong"))  \(check.name): \(Complaint(error).text)")
      }
    }
    if !isWell { throw ExitCode(3) }
  }
}
