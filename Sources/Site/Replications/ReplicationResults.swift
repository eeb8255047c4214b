import Foundation

/// The finished runs, in the order in which they were finished.
public struct ReplicationResults: Equatable, Sendable {
  public private(set) var runs: [ReplicationRun]

  public init(runs: [ReplicationRun] = []) { self.runs = runs }

  /// Reads a file of results, one JSON object a line.
  ///
  /// - Parameter path: for messages.
  /// - Throws: ``ReplicationFault`` for the first line that is no run, or repeats one.
  public init(text: String, path: String) throws(ReplicationFault) {
    var runs: [ReplicationRun] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      // The last line ends with a line break, too.
      if line.isEmpty && index == lines.count - 1 { continue }
      func fault(_ message: String) -> ReplicationFault {
        ReplicationFault(path: path, line: index + 1, message: message)
      }
      let run: ReplicationRun
      do {
        run = try JSONDecoder().decode(ReplicationRun.self, from: Data(line.utf8))
      } catch {
        throw fault(Self.words(for: error))
      }
      if let wrong = run.fault { throw fault(wrong) }
      if let earlier = runs.firstIndex(where: { $0.key == run.key }) {
        throw fault("this is the same run as in line \(earlier + 1)")
      }
      runs.append(run)
    }
    self.runs = runs
  }

  public func contains(_ key: ReplicationRun.Key) -> Bool { runs.contains { $0.key == key } }

  /// A line of the file, without its end.
  public static func line(_ run: ReplicationRun) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(run), as: UTF8.self)
    } catch {
      fatalError("a run cannot be written: \(error)")
    }
  }

  private static func words(for error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): "‘\(key.stringValue)’ is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "‘\(context.codingPath.map(\.stringValue).joined(separator: "."))’ has the wrong type"
    default: "this is not a run, a JSON object in one line"
    }
  }
}

/// What is wrong with a file of results, and where.
public struct ReplicationFault: Error, Equatable, Sendable, CustomStringConvertible {
  public var path: String
  /// Counted from 1.
  public var line: Int
  public var message: String

  public var description: String {
    "\(path):\(line): \(message)\n   delete the line, or take the file from the last commit; "
      + "lectern bench --replicate does a run again that is not there"
  }
}
