import Foundation

/// The list of the files that a site's folder holds because Lectern put them there. Only these
/// are ever replaced or removed.
struct SiteManifest: Equatable {
  static let name = ".lectern-site"

  private static let heading =
    "# Files made by Lectern. They are replaced and removed when the site is built again."

  var paths: Set<String>

  init(paths: Set<String>) {
    self.paths = paths
  }

  /// Nil for a text that is no manifest. Paths that lead out of the folder are left out: a
  /// manifest that somebody tampered with must not reach other files.
  init?(text: String) {
    var lines = text.split(separator: "\n").map(String.init)
    guard lines.first == Self.heading else { return nil }
    lines.removeFirst()
    paths = Set(lines.filter(Self.staysInside))
  }

  var text: String {
    ([Self.heading] + paths.sorted()).joined(separator: "\n") + "\n"
  }

  static func staysInside(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return path != name && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }
}
