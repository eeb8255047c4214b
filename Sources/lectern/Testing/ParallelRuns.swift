import Foundation
import Lessons
import Running
import Synchronization

/// Runs several lessons at once, each in a session of its own, and gives the results back in
/// the lessons' order.
struct ParallelRuns {
  var environment: RunEnvironment
  var options: RunOptions

  private struct State<Value: Sendable> {
    var next = 0
    var values: [Int: Value] = [:]
    var error: (any Error)?

    /// The next lesson to run, until one has failed for good.
    mutating func take(of count: Int) -> Int? {
      guard error == nil, next < count else { return nil }
      defer { next += 1 }
      return next
    }
  }

  /// - Parameters:
  ///   - note: told what begins; called on any thread, one call at a time.
  ///   - transform: makes the result from a lesson, its run, and the seconds it took.
  /// - Throws: the first error of a lesson; the others are finished first.
  func map<Value: Sendable>(
    _ lessons: [Lesson], note: (String) -> Void,
    transform: @escaping @Sendable (Lesson, LessonRun, Double) -> Value
  ) throws -> [Value] {
    let state = Shared(Mutex(State<Value>()))
    let group = DispatchGroup()
    let workers = min(lessons.count, max(1, ProcessInfo.processInfo.activeProcessorCount))
    note("running \(lessons.count) lessons")
    for _ in 0..<workers {
      group.enter()
      // Threads that live as long as their sessions: a kernel ends with the thread that made it.
      let thread = Thread { [environment, options] in
        defer { group.leave() }
        while let index = state.mutex.withLock({ $0.take(of: lessons.count) }) {
          let start = ContinuousClock.now
          let result = Result {
            let run = try LessonSession(environment: environment)
              .run(lessons[index], options: options)
            return transform(lessons[index], run, start.duration(to: .now) / .seconds(1))
          }
          state.mutex.withLock {
            switch result {
            case .success(let value): $0.values[index] = value
            case .failure(let error): $0.error = $0.error ?? error
            }
          }
        }
      }
      thread.stackSize = 16 << 20
      thread.start()
    }
    group.wait()
    return try state.mutex.withLock { state in
      if let error = state.error { throw error }
      return lessons.indices.compactMap { state.values[$0] }
    }
  }
}

/// A mutex that several threads can hold on to.
private final class Shared<Value>: Sendable {
  let mutex: Mutex<Value>

  init(_ mutex: consuming sending Mutex<Value>) { self.mutex = mutex }
}
