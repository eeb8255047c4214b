import ArgumentParser
import Foundation
import Lessons
import Recommender

struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Show the data sets that lessons can open; fetch one.",
    discussion: """
      The default set is inside the program. Others may not be handed on by us: get your own \
      copy with lectern data fetch, which needs curl, unzip and a network; LECTERN_DATA \
      names another folder for such copies.

      Example:
        lectern data fetch ml-1m
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
    commandName: "fetch",
    abstract: "Download a set from its publisher, check it and unpack it.",
    discussion: """
      A download that was stopped goes on where it was. The set appears only when all of it is \
      there and has the checksum that its publisher gives.
      """)

  @Argument(help: "The set's name: ml-latest-small, ml-100k, ml-1m or ml-25m.")
  var name: String

  @Option(help: ArgumentHelp("Get the archive from here instead.", valueName: "url"))
  var from: String?

  func run() throws {
    let set = try find()
    guard let archive = set.archive else {
      throw WrongCall(message: "‘\(name)’ cannot be fetched: \(set.note ?? "")", advice: set.code)
    }
    let folder = FetchedFolder(archive: archive, store: DataCommand.store)
    if try isThere(folder) { return report("\(folder.path) is there already", set) }
    let lock = try folder.lockStore()
    defer { close(lock) }
    // Another call may have fetched it just now.
    if try isThere(folder) { return report("\(folder.path) is there already", set) }
    print("\(name): \(set.licence)")
    let md5 = try DataFetch(folder: folder, interruption: InterruptSignal.watch())
      .run(from: from ?? archive.address)
    report("\(folder.path) is whole: its archive has the published MD5 \(md5)", set)
  }

  /// The set of that name that can be fetched, otherwise any.
  private func find() throws -> DataSet {
    let named = DataSet.all.filter { $0.name == name }
    if let set = named.first(where: { $0.archive != nil }) ?? named.first { return set }
    let names = DataSet.all.filter { $0.archive != nil }.map(\.name)
    throw WrongCall(
      message: "there is no data set ‘\(name)’",
      advice: NearestWord.advice(for: name, among: names)
        ?? "there are \(names.joined(separator: ", "))")
  }

  private func isThere(_ folder: FetchedFolder) throws -> Bool {
    switch folder.state {
    case .absent: return false
    case .whole: return true
    case .lacks(let file):
      throw WrongCall(
        message: "\(folder.path) is there, but it lacks \(file)",
        advice: "move it away, then fetch the set again")
    }
  }

  private func report(_ result: String, _ set: DataSet) {
    print(result)
    if let note = set.note { print("note: \(note)") }
    print("open it in a lesson with\n  \(set.code)")
  }
}
