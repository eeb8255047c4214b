import Foundation
import Testing

@testable import Recommender

/// A file that does not fit is named, the old one stays, and nothing is left beside it.
struct FullDiskTests {
  struct Writer: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let write: @Sendable (_ path: String) throws -> Void
  }

  /// Each writes more than 64 KiB.
  static let writers = [
    Writer(testDescription: "binary") { try MovieLens.latestSmall.write(binary: $0) },
    Writer(testDescription: "CSV") { try MovieLens.latestSmall.write(csv: $0) },
    Writer(testDescription: "titles") { try MovieLens.latestSmall.writeTitles(csv: $0) },
    Writer(testDescription: "errors of rows left alone") { path in
      try RatingsFile.write(to: path, userCount: 1, itemCount: 1) { rows in
        for _ in 0..<100_000 { try? rows.append(Rating(user: 0, item: 0, value: 1)) }
        // Now there is room, but not all rows were taken.
        FullDiskTests.limitFiles(to: 1 << 30)
      }
    },
  ]

  static func limitFiles(to size: UInt64) {
    #if canImport(Glibc)
      let files = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
    #else
      let files = RLIMIT_FSIZE
    #endif
    var limit = rlimit()
    getrlimit(files, &limit)
    limit.rlim_cur = rlim_t(size)
    setrlimit(files, &limit)
  }

  @Test(arguments: writers.indices) func stays(index: Int) async {
    await #expect(processExitsWith: .success) { [index] in
      let folder = try TemporaryFolder()
      let path = try folder.write("old", to: "file")
      let writer = FullDiskTests.writers[index]
      FullDiskTests.limitFiles(to: 1 << 16)
      let error = #expect(throws: DataFileError.self) { try writer.write(path) }
      #expect(
        error?.description
          == "\(path): this file cannot be written: it would be larger than a file may be here; "
          + "see ulimit -f")
      #expect(try FileContents.bytes(of: path) == Array("old".utf8))
      #expect(try folder.names() == ["file"])
    }
  }

  @Test(.enabled(if: access("/dev/full", W_OK) == 0)) func device() {
    for writer in Self.writers.prefix(3) {
      let error = #expect(throws: DataFileError.self) { try writer.write("/dev/full") }
      #expect(
        error?.description
          == "/dev/full: this file cannot be written: the disk is full; make room or write to "
          + "another one")
    }
  }
}
