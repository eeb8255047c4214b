/// Gathers what a step produces, in order, up to a limit.
struct StepRecorder {
  /// Bytes a step may produce before the rest is cut.
  static let limit = 16 << 20
  static let cutNotice = "[output cut here: a step may write 16 MiB]"

  private enum Piece {
    case text([UInt8])
    case display([String: String])
  }

  private var pieces: [Piece] = []
  private var errorBytes: [UInt8] = []
  private var size = 0
  private(set) var isCut = false

  /// Adds printed bytes; returns those that fit.
  mutating func append(text bytes: [UInt8]) -> ArraySlice<UInt8> {
    let accepted = bytes.prefix(StepRecorder.limit - size)
    size += accepted.count
    if accepted.count < bytes.count { isCut = true }
    if accepted.isEmpty { return accepted }
    if case .text(var text)? = pieces.last {
      pieces.removeLast()  // so that the array below is the only reference and grows in place
      text.append(contentsOf: accepted)
      pieces.append(.text(text))
    } else {
      pieces.append(.text(Array(accepted)))
    }
    return accepted
  }

  mutating func append(display data: [String: String]) {
    let bytes = data.reduce(0) { $0 + $1.value.utf8.count }
    guard size + bytes <= StepRecorder.limit else {
      isCut = true
      return
    }
    size += bytes
    pieces.append(.display(data))
  }

  mutating func append(error bytes: [UInt8]) {
    errorBytes.append(contentsOf: bytes.prefix(max(0, (1 << 20) - errorBytes.count)))
  }

  /// Bytes that are no UTF-8 become replacement characters.
  var outputs: [Output] {
    var outputs = pieces.map { piece -> Output in
      switch piece {
      case .text(let bytes): .text(String(decoding: bytes, as: UTF8.self))
      case .display(let data): .display(data)
      }
    }
    if isCut { outputs.append(.display(["text/plain": StepRecorder.cutNotice])) }
    return outputs
  }

  var errorText: String { String(decoding: errorBytes, as: UTF8.self) }
}
