import Foundation

/// Compiled steps on disk, a folder each, named by the key of all that they depend on. A folder
/// in which a file is damaged counts as none.
struct StepStore: Sendable {
  var folder: String

  private static let record = "record.json"

  private struct Record: Codable {
    /// With lines counted from the step's first, as the code itself is.
    var warnings: [Diagnostic]
    /// Of the files that loading the step and importing it read.
    var digests: [String: String]
  }

  func path(of key: String) -> String { "\(folder)/\(key)" }

  /// The warnings of the step that is kept under `key`; nil when none is, or not whole.
  func warnings(of key: String) -> [Diagnostic]? {
    let folder = path(of: key)
    guard let data = SealedFile.read("\(folder)/\(Self.record)"),
      let record = try? JSONDecoder().decode(Record.self, from: data),
      record.digests.allSatisfy({ Digest.ofFile("\(folder)/\($0)") == $1 })
    else { return nil }
    return record.warnings
  }

  /// An empty folder to compile in, not yet visible to others.
  func workshop(for key: String) throws -> String {
    let path = "\(folder)/.\(key).\(getpid()).\(UInt32.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// Moves a workshop to its place.
  func keep(_ workshop: String, as key: String, warnings: [Diagnostic]) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: workshop)
    let read = names.filter {
      $0 == "step.so" || $0.contains(".swift") && !$0.hasSuffix(StepLocations.sourceEnding)
    }
    let record = Record(
      warnings: warnings,
      digests: Dictionary(
        uniqueKeysWithValues: read.map { ($0, Digest.ofFile("\(workshop)/\($0)") ?? "") }))
    try SealedFile.write(try JSONEncoder().encode(record), to: "\(workshop)/\(Self.record)")
    if rename(workshop, path(of: key)) == 0 { return }
    // Another process may have been faster with the same step: its result is as good.
    if self.warnings(of: key) != nil { return }
    try? FileManager.default.removeItem(atPath: path(of: key))
    if rename(workshop, path(of: key)) != 0 && errno != ENOTEMPTY && errno != EEXIST {
      throw SystemFailure("cannot keep a compiled step in \(folder)")
    }
  }
}
