import Foundation

/// What the kernel and the running step tell the runner, one JSON object a line.
///
/// The module Display writes `display`, `progress`, `expectation` and `data`; the C handlers
/// write `crash`, `exit` and `interrupted`; ``Kernel`` writes the rest.
enum KernelEvent: Equatable {
  /// The kernel waits for its first step.
  case ready
  /// The step's code is loaded as image number `image` in process `process`; without a
  /// `snapshot` the state before it cannot be brought back.
  case started(step: String, process: Int32, image: Int, snapshot: Bool)
  /// The step's code could not be loaded; with a `snapshot` its process ends next.
  case unloadable(message: String, snapshot: Bool)
  case display([String: String])
  case progress(Progress)
  case expectation(file: String, line: Int, column: Int, message: String)
  case data(name: String, path: String?, sha256: String?)
  /// Where the step was when a signal struck, when it called `exit`, or when time was up.
  case crash(signal: Int32, frames: [Frame], thrown: [Frame])
  case exit(frames: [Frame])
  case interrupted(frames: [Frame])
  case finished(step: String, seconds: Double, peakMemory: Int)
  /// The process of a step has ended; the snapshot taken before the step is awake.
  case woken(process: Int32, signal: Int32, status: Int32)

  /// A place in a step's code: the image's number and the offset into its file.
  struct Frame: Equatable {
    var image: Int
    var offset: Int
  }

  /// A line that is no event is the step's doing (it can write to any descriptor): nil.
  init?(line: Data) {
    guard let wire = try? JSONDecoder().decode(Wire.self, from: line) else { return nil }
    self.init(wire)
  }

  private static func frames(_ pairs: [[Int]]?) -> [Frame] {
    (pairs ?? []).filter { $0.count == 2 }.map { Frame(image: $0[0], offset: $0[1]) }
  }

  private init?(_ wire: Wire) {
    switch wire.event {
    case "ready": self = .ready
    case "started":
      guard let step = wire.step, let process = wire.process, let image = wire.image else {
        return nil
      }
      self = .started(step: step, process: process, image: image, snapshot: wire.snapshot ?? true)
    case "unloadable":
      self = .unloadable(message: wire.message ?? "", snapshot: wire.snapshot ?? false)
    case "display":
      guard let data = wire.data, data["text/plain"] != nil else { return nil }
      self = .display(data)
    case "progress":
      self = .progress(
        Progress(
          fraction: wire.fraction ?? 0, label: wire.label ?? "",
          figures: (wire.figures ?? []).filter { $0.count == 2 }
            .map { Progress.Figure(name: $0[0], value: $0[1]) }))
    case "expectation":
      self = .expectation(
        file: wire.file ?? "", line: wire.line ?? 1, column: wire.column ?? 1,
        message: wire.message ?? "")
    case "data":
      guard let name = wire.name else { return nil }
      self = .data(name: name, path: wire.path, sha256: wire.sha256)
    case "crash":
      self = .crash(
        signal: wire.signal ?? 0, frames: Self.frames(wire.frames),
        thrown: Self.frames(wire.thrown))
    case "exit": self = .exit(frames: Self.frames(wire.frames))
    case "interrupted": self = .interrupted(frames: Self.frames(wire.frames))
    case "finished":
      guard let step = wire.step else { return nil }
      self = .finished(
        step: step, seconds: wire.seconds ?? 0, peakMemory: Int(wire.peakMemory ?? 0))
    case "woken":
      guard let process = wire.process else { return nil }
      self = .woken(process: process, signal: wire.signal ?? 0, status: wire.status ?? 0)
    default: return nil
    }
  }

  /// All members that any event has.
  struct Wire: Codable {
    var event: String
    var step: String?
    var process: Int32?
    var image: Int?
    var snapshot: Bool?
    var message: String?
    var data: [String: String]?
    var fraction: Double?
    var label: String?
    var figures: [[String]]?
    var file: String?
    var line: Int?
    var column: Int?
    var name: String?
    var path: String?
    var sha256: String?
    var signal: Int32?
    var status: Int32?
    var frames: [[Int]]?
    var thrown: [[Int]]?
    var seconds: Double?
    var peakMemory: Int64?
  }
}

/// How far a step is, as it says itself.
public struct Progress: Sendable, Equatable {
  /// 0 to 1.
  public var fraction: Double
  public var label: String
  /// Names and values, in the order given.
  public var figures: [Figure]

  public struct Figure: Sendable, Equatable {
    public var name: String
    public var value: String
  }
}
