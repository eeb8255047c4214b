import CKernels
import Foundation

/// A pipe whose ends no child inherits unless it is told to.
struct Channel {
  let readEnd: Int32
  let writeEnd: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard lectern_pipe(&ends) == 0 else { throw SystemFailure("cannot make a pipe") }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }
}

/// The operating system refused something that normally works: the machine lacks it.
public struct SystemFailure: Error, CustomStringConvertible, Equatable {
  public var message: String

  init(_ message: String, code: Int32 = errno) {
    self.message = "\(message): \(String(cString: strerror(code)))"
  }

  public init(message: String) { self.message = message }

  public var description: String { message }
}

/// Writes all of it. False when the system refuses; `errno` says why.
func writeAll(_ data: Data, to descriptor: Int32) -> Bool {
  data.withUnsafeBytes { bytes in
    var rest = bytes[...]
    while !rest.isEmpty {
      let chunk = UnsafeRawBufferPointer(rebasing: rest)
      let count = write(descriptor, chunk.baseAddress, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

/// Reads what is there, at most 64 KiB. Nil at the end of the stream.
func readAvailable(from descriptor: Int32) -> [UInt8]? {
  let size = 1 << 16
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    var received: Int
    repeat {
      received = read(descriptor, buffer.baseAddress, size)
    } while received < 0
      && errno == EINTR
    count = max(0, received)
  }
  return bytes.isEmpty ? nil : bytes
}
