import Foundation
import Recommender
import Running

/// A data set that is on this machine.
struct ReplicationData {
  var name: String
  /// The files with the ratings; their SHA-256, one after the other, is the data's.
  var files: [String]
  var read: () throws -> Ratings

  static let names = ["ml-100k", "ml-1m", "netflix-prize"]

  /// - Parameter folder: that the user has named; nil: where `lectern data fetch` puts the set.
  /// - Returns: nil when the set is not there.
  static func find(_ name: String, in folder: String?) throws -> ReplicationData? {
    let place = folder ?? "\(DataCommand.store)/\(name)"
    let files = files(of: name, in: place)
    if files.isEmpty || !FileManager.default.fileExists(atPath: files[0]) {
      guard let folder else { return nil }
      throw WrongCall(
        message: "\(folder) does not hold \(name)",
        advice: files.isEmpty ? howToGet(name) : "it should have \(files[0])")
    }
    return ReplicationData(name: name, files: files) {
      switch name {
      case "ml-100k": try MovieLens.ml100k(folder: place)
      case "ml-1m": try MovieLens.ml1m(folder: place)
      default: try Ratings.netflixPrize(folder: place)
      }
    }
  }

  /// What to do about a set that is not there.
  static func howToGet(_ name: String) -> String {
    switch name {
    case "netflix-prize":
      "it is no longer published; name the folder of a copy of your own with --netflix"
    case "ml-1m": "get it with lectern data fetch ml-1m, or name its folder with --ml1m"
    default: "get it with lectern data fetch \(name), or name its folder with --ml100k"
    }
  }

  func sha256() throws -> String {
    var hash = SHA256()
    for path in files {
      guard let handle = FileHandle(forReadingAtPath: path) else {
        throw WrongCall(message: "\(path) cannot be read", advice: "check its permissions")
      }
      defer { try? handle.close() }
      while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty { hash.update(chunk) }
    }
    return hash.hexadecimal
  }

  private static func files(of name: String, in folder: String) -> [String] {
    switch name {
    case "ml-100k": return ["\(folder)/u.data"]
    case "ml-1m": return ["\(folder)/ratings.dat"]
    default:
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.filter { $0.hasPrefix("combined_data_") && $0.hasSuffix(".txt") }.sorted()
        .map { "\(folder)/\($0)" }
    }
  }
}
