import ArgumentParser
import Foundation
import Lessons
import Recommender

struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Show the data sets that lessons can open; fetch one.",
    discussion: """
      The default set is inside the program. Another may not be handed on by us: get your own \
      copy with lectern data fetch, which needs curl, unzip and a network; LECTERN_DATA \
      names another folder for such copies.

      Example:
        lectern data fetch ml-100k
      """,
    subcommands: [DataListCommand.self, DataFetchCommand.self],
    defaultSubcommand: DataListCommand.self)

  /// Fetched sets outlive a checkout.
  static var store: String { FetchedData.store }
}

struct DataListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show the sets, where they are, their licences and checksums.")

  func run() {
    for set in DataSet.all { print(set.description(store: DataCommand.store) + "\n") }
  }
}

struct DataFetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Download a set from its publisher and check it.")

  @Argument(help: "The set's name: ml-100k.")
  var name: String

  @Option(help: ArgumentHelp("Get the archive from here instead.", valueName: "url"))
  var from: String?

  func run() throws {
    let names = DataSet.all.map(\.name)
    guard let set = DataSet.all.first(where: { $0.name == name }) else {
      throw WrongCall(
        message: "there is no data set ‘\(name)’",
        advice: NearestWord.advice(for: name, among: names)
          ?? "there are \(names.joined(separator: ", "))")
    }
    guard let archive = set.archive else {
      throw WrongCall(message: "‘\(name)’ cannot be fetched", advice: set.opening)
    }
    let folder = "\(DataCommand.store)/\(name)"
    guard !FileManager.default.fileExists(atPath: folder) else {
      return print("\(folder) is there already; open it with \(set.opening)")
    }
    print("\(name): \(set.licence)")
    try DataFetch(archive: archive, folder: folder).run(from: from)
    print("\(folder) is whole: every file has the checksum we know\nopen it with \(set.opening)")
  }
}
