/// A file of weights or a checkpoint that cannot be read or written, and why.
public struct ModelFileError: Error, Equatable, CustomStringConvertible {
  public let path: String
  public let reason: String

  public var description: String { "\(path): \(reason)" }
}

/// What is wrong with the contents of a file, wherever they came from.
struct MalformedFile: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
