import Foundation
import Testing

/// However `lectern` ends, no process of its stays behind.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/environ")))
struct InterruptionTests {
  private let checkout: Checkout

  init() throws {
    checkout = try Checkout([
      "01-x.md": document(
        """
        ```swift id=a
        let start = 1
        ```

        ```swift id=endless timeout=20
        print("running")
        var count = start
        while true { count &+= 1 }
        ```
        """)
    ])
  }

  private static let ends: [(arguments: [String], signal: Int32, status: Int32)] = [
    (["run", "1"], SIGINT, 130), (["run", "1"], SIGTERM, 130), (["test"], SIGINT, 130),
    (["run", "1"], SIGKILL, -SIGKILL), (["test"], SIGKILL, -SIGKILL),
  ]

  @Test(arguments: ends)
  func nothingStaysBehind(arguments: [String], signal: Int32, status: Int32) throws {
    // Finds the processes of this call.
    let mark = UUID().uuidString
    let call = try checkout.start(arguments, environment: ["LECTERN_TEST": mark])
    #expect(wait { stepIsRunning(mark) }, "the step has not begun")
    call.send(signal)
    #expect(wait { processes(mark).isEmpty }, "still there: \(processes(mark))")
    let outcome = try call.wait()
    #expect(outcome.status == status)
    if status == 130 { #expect(outcome.errors.contains("stopped; what was finished is kept")) }
    for process in processes(mark) { kill(process, SIGKILL) }
  }

  /// lectern, the kernel, and two copies of it: before `endless`, and in it.
  private func stepIsRunning(_ mark: String) -> Bool { processes(mark).count == 4 }

  private func processes(_ mark: String) -> [pid_t] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.compactMap { pid_t($0) }.filter { process in
      let environment = FileManager.default.contents(atPath: "/proc/\(process)/environ") ?? Data()
      let name = FileManager.default.contents(atPath: "/proc/\(process)/comm") ?? Data()
      return environment.firstRange(of: Data(mark.utf8)) != nil
        && String(decoding: name, as: UTF8.self) == "lectern\n"
    }
  }

  /// Waits for at most half a minute.
  private func wait(until isTrue: () -> Bool) -> Bool {
    for _ in 0..<1500 {
      if isTrue() { return true }
      usleep(20_000)
    }
    return isTrue()
  }
}
