import Foundation
import Lessons
import Testing

@testable import Running

/// The compiler itself decides whether the programs mean what they should: each mistake in
/// what is generated here is a compile error.
struct CompilingProgramsTests {
  @Test func compilerAcceptsWhatNotebooksDo() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let display = """
      public func display<T>(_: T) {}
      public func display(_: Void?) {}
      public func expect(_: Bool, operands: () -> [(String, Any)] = { [] }) {}
      public struct Model { public init() {} }
      public protocol Named { var name: String { get } }
      """
    #expect(try compile(display, module: "Display", ["-parse-as-library"], in: folder) == "")
    let steps = try programs(
      """
      struct Model { var size = 3 }
      var ratings = [1, 2, 3]
      func scale(_ x: Int) -> Int { x }
      ratings
      """,
      """
      let before = ratings.count
      let ratings = ratings.filter { $0 < ratings.count }
      let text: String = scale(2)
      func scale(_ x: Int) -> String { "\\(x)" }
      extension Model: Named { var name: String { "m" } }
      ratings.count
      """,
      """
      let model: Model = Model(size: before)
      let size: Int = ratings[0], again: String = scale(size) + model.name
      class Node { var n = 1; func check() { expect(n == 1) } }
      func same<T: Equatable>(_ a: T, _ b: inout T) { expect(a == b) }
      Optional(model).map { _ in }
      """)
    for program in steps {
      #expect(try compile(program.source, module: program.moduleName, [], in: folder) == "")
    }
  }

  /// - Returns: all that the compiler has to say.
  private func compile(
    _ source: String, module: String, _ options: [String], in folder: URL
  ) throws -> String {
    let file = folder.appending(path: "\(module)/main.swift")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try source.write(to: file, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [
        "swiftc", "-c", "-o", "\(folder.path)/\(module).o", "-emit-module", "-enable-testing",
        "-swift-version", "5", "-module-name", module,
        "-I", folder.path, "-emit-module-path", "\(folder.path)/\(module).swiftmodule", file.path,
      ] + options
    let output = Pipe()
    process.standardError = output
    process.standardOutput = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: text, as: UTF8.self)
  }
}
