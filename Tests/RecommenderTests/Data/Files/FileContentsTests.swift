import Foundation
import Testing

@testable import Recommender

struct FileContentsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func content() throws {
    let bytes = (0..<70_000).map { UInt8(truncatingIfNeeded: $0) }
    #expect(try FileContents.bytes(of: folder.write(bytes, to: "a")) == bytes)
    #expect(try FileContents.bytes(of: folder.write([], to: "b")) == [])
  }

  @Test func missing() {
    expect("there is no such file") { try FileContents.bytes(of: folder.path + "/none") }
  }

  @Test func aFolder() {
    expect("this is a folder, not a file") { try FileContents.bytes(of: folder.path) }
  }

  @Test func aDevice() {
    expect("this is not a regular file") { try FileContents.bytes(of: "/dev/zero") }
  }

  /// Opening a pipe must not wait for a writer.
  @Test func aPipe() {
    let path = folder.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    expect("this is not a regular file") { try FileContents.bytes(of: path) }
  }

  @Test func aPathWithAZeroByte() {
    expect("a path cannot contain a zero byte") { try FileContents.bytes(of: "a\u{0}b") }
  }

  @Test func tooLarge() throws {
    let path = try folder.write("12345", to: "a")
    #expect(try FileContents.bytes(of: path, limit: 5).count == 5)
    expect("the file has 5 bytes; at most 4 can be read") {
      try FileContents.bytes(of: path, limit: 4)
    }
  }

  private func expect(_ message: String, _ body: () throws -> [UInt8]) {
    let error = #expect(throws: DataFileError.self) { try body() }
    #expect(error?.message == message)
  }
}
