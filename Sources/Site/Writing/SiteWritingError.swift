import Foundation

/// Why the site could not be written.
public struct SiteWritingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// One sentence without a full stop: what is wrong, and where.
  public var message: String
  /// What to do next.
  public var advice: String

  public var description: String { message + "\n   " + advice }

  /// - Parameter path: what was to be written or removed.
  init(_ error: any Error, at path: String) {
    switch (error as? CocoaError)?.code {
    case .fileWriteOutOfSpace?:
      message = "the disk is full: cannot write \(path)"
      advice = "make room and build again; nothing half-written is left"
    case .fileWriteNoPermission?, .fileReadNoPermission?:
      message = "no permission to write \(path)"
      advice = "choose another folder with --output, or change its permissions"
    case .fileWriteVolumeReadOnly?:
      message = "the disk is read-only: cannot write \(path)"
      advice = "choose another folder with --output"
    default:
      message = "cannot write \(path): \(error.localizedDescription)"
      advice = "check that the folder exists and is not a file"
    }
  }

  init(message: String, advice: String) {
    self.message = message
    self.advice = advice
  }
}
