import Foundation
import Lessons

/// Finished steps on disk.
///
/// What a step shows is a function of its key: the step's code and that of all before it, the
/// compiler, and the modules it can import; and of the data files it opened, which are checked
/// when an entry is read. An entry that is damaged or of another format is a miss.
public struct RunCache: Sendable {
  public var folder: String

  public init(folder: String) { self.folder = folder }

  /// A step's run, with lines counted from the step's first, so that an entry outlives a change
  /// of the prose above.
  struct Entry: Codable, Equatable {
    static let currentFormat = 2

    var format = Entry.currentFormat
    var key: String
    var run: StepRun
    var dataUses: [Use]

    struct Use: Codable, Equatable, Hashable {
      var name: String
      var path: String?
      var sha256: String
    }
  }

  /// The entry for `key`, if the data it rests on are still the same.
  func entry(for key: String, step: Step, digests: FileDigests) -> Entry? {
    guard let data = SealedFile.read(path(of: key)),
      var entry = try? JSONDecoder().decode(Entry.self, from: data),
      entry.format == Entry.currentFormat, entry.key == key
    else { return nil }
    for use in entry.dataUses {
      if let path = use.path, digests.digest(of: path) != use.sha256 { return nil }
    }
    entry.run.id = step.id
    entry.run = entry.run.movingLines(by: step.codeLine - 1)
    return entry
  }

  /// Keeps `run`. A cache that cannot be written is no reason to fail.
  func store(_ run: StepRun, step: Step, dataUses: [Entry.Use], key: String) {
    let entry = Entry(
      key: key, run: run.movingLines(by: 1 - step.codeLine), dataUses: dataUses)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let data = try? encoder.encode(entry) else { return }
    let path = path(of: key)
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try? SealedFile.write(data, to: path)
  }

  private func path(of key: String) -> String { "\(folder)/runs/\(key.prefix(2))/\(key).json" }
}

/// Digests of data files, each file read at most once.
final class FileDigests {
  private var known: [FileStamp: String] = [:]

  func digest(of path: String) -> String? {
    let stamp = FileStamp(path: path)
    if let digest = known[stamp] { return digest }
    let digest = Digest.ofFile(path)
    known[stamp] = digest
    return digest
  }
}
