import Foundation
import Running

/// A program of the machine's that is called without a shell and writes to us.
struct Tool {
  struct Outcome {
    /// Exit status; negative: the signal that ended it.
    var status: Int32
    /// Its standard error.
    var complaint: String
  }

  private let path: String

  init(_ name: String) throws {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(
      separator: ":")
    let found = folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
    guard let found else {
      throw MissingTool(message: "there is no \(name) on the PATH", advice: "install \(name)")
    }
    path = found
  }

  /// Runs it to its end, or until `receive` throws or Ctrl-C is pressed: then it is ended.
  ///
  /// - Parameters:
  ///   - folder: where it runs.
  ///   - receive: gets its standard output, piece by piece.
  func run(
    _ arguments: [String], in folder: String, interruption: Interruption,
    receive: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> Outcome {
    let process = Process()
    let (output, complaints) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    // unzip takes options from these.
    process.environment = ProcessInfo.processInfo.environment.filter {
      !["UNZIP", "UNZIPOPT", "ZIPINFO"].contains($0.key)
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = complaints
    try process.run()
    do {
      try pump(output.fileHandleForReading.fileDescriptor, interruption, receive)
    } catch {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      throw error
    }
    process.waitUntilExit()
    // Few lines: they fit into the pipe, so that the program did not wait for this.
    let words = complaints.fileHandleForReading.readDataToEndOfFile()
    let status = process.terminationStatus
    return Outcome(
      status: process.terminationReason == .exit ? status : -status,
      complaint: String(decoding: words.prefix(1000), as: UTF8.self))
  }

  private func pump(
    _ descriptor: Int32, _ interruption: Interruption,
    _ receive: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var streams = [descriptor, interruption.descriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      guard poll(&streams, nfds_t(streams.count), -1) > 0 else { continue }
      if streams[1].revents != 0 { throw Interrupted() }
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      try receive(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }
}
