import Foundation
import Synchronization

/// Remembers coloured code: parsing Swift with an unoptimised parser is the slowest part of
/// making a page, and most code does not change between two builds.
public protocol HighlightCache: Sendable {
  /// The tokens of `code`, made by `make` if they are not known yet.
  func tokens(of code: String, otherwise make: (String) -> [CodeToken]) -> [CodeToken]
}

/// A cache for one program's life that can be kept in a file.
public final class MemoryHighlightCache: HighlightCache {
  private struct State {
    var known: [String: [CodeToken]]
    var used: Set<String> = []
  }

  private let state: Mutex<State>

  public init() {
    state = Mutex(State(known: [:]))
  }

  /// What ``save(to:)`` wrote. A file that is missing or damaged is an empty cache.
  public init(contentsOf file: URL) {
    let known = (try? Data(contentsOf: file)).flatMap(Self.decoded) ?? [:]
    state = Mutex(State(known: known))
  }

  public func tokens(
    of code: String, otherwise make: (String) -> [CodeToken]
  ) -> [CodeToken] {
    let known = state.withLock { state in
      state.used.insert(code)
      return state.known[code]
    }
    if let known { return known }
    let tokens = make(code)
    state.withLock { $0.known[code] = tokens }
    return tokens
  }

  /// Writes the code that was asked for since the cache was made; the rest is forgotten.
  public func save(to file: URL) throws {
    let used = state.withLock { state in state.known.filter { state.used.contains($0.key) } }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try encoder.encode(used.values.sorted { $0.text < $1.text }).write(to: file, options: .atomic)
  }

  private static func decoded(_ data: Data) -> [String: [CodeToken]]? {
    guard let entries = try? JSONDecoder().decode([[CodeToken]].self, from: data) else {
      return nil
    }
    return Dictionary(entries.map { ($0.text, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension [CodeToken] {
  /// The code: a cache needs no second copy of it.
  fileprivate var text: String { map(\.text).joined() }
}
