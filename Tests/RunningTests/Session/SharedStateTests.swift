import Running
import Testing

/// What the steps of a lesson have in common, and what they show.
struct SharedStateTests {
  @Test func valuesNamesAndImportsCarryOver() throws {
    let watched = try Workbench().run(
      fences(
        """
        import Foundation
        var ratings = [4.0, 5, 3]
        struct Model { var size = 2 }
        func scale(_ x: Int) -> Int { x * 2 }
        """,
        """
        ratings.append(sqrt(16))
        let ratings = ratings.filter { $0 > 3 }
        ratings
        """,
        """
        struct Model { var name = "second" }
        Model().name + " \\(scale(ratings.count)) \\(Int(pow(2.0, 3.0)))"
        """,
        """
        print(readLine() ?? "nothing to read")
        let unused: Void = ()
        unused
        """))
    #expect(["a", "b", "c", "d"].map(watched.ending) == ["ok", "ok", "ok", "ok"])
    #expect(watched.output("a") == "")
    #expect(watched.output("b") == "[4.0, 5.0, 4.0]\n")
    #expect(watched.output("c") == "second 6 8\n")
    #expect(watched.output("d") == "nothing to read\n")
  }

  @Test func textAndDisplaysKeepTheirOrder() throws {
    let watched = try Workbench().run(
      fences(
        """
        for index in 0..<300 {
          print("text \\(index)")
          display(index)
          print("open", terminator: "")
        }
        """))
    let lines = watched.output("a").split(separator: "\n")
    // `open` ends where a display or the end follows it, and `text` goes on behind it.
    let expected = (0..<300).flatMap { [($0 == 0 ? "" : "open") + "text \($0)", "\($0)"] }
    #expect(lines.map(String.init) == expected + ["open"])
    #expect(watched.run["a"]?.outputs.count == 601)
  }

  @Test func longOutputIsCutAndSaysSo() throws {
    var displays: [String] = []
    let watched = try Workbench().run(
      fences(
        """
        let line = String(repeating: "x", count: 65_535)
        for _ in 0..<300 { print(line) }
        """, "print(line.count)"), observeDisplay: { displays.append($0) })
    #expect(displays == ["[output cut here: a step may write 16 MiB]"])
    #expect(watched.ending("a") == "ok")
    let text = watched.output("a")
    #expect(text.utf8.count < (16 << 20) + 100)
    #expect(text.hasSuffix("\n[output cut here: a step may write 16 MiB]\n"))
    #expect(watched.run["a"]?.warnings.map(\.message).first?.contains("16 MiB") == true)
    #expect(watched.output("b") == "65535\n")
  }

  @Test func liveTextCutsNoCharacter() throws {
    let bench = try Workbench()
    var live = ""
    let watched = try bench.run(
      fences(#"print(String(repeating: "€", count: 200_001))"#), observe: { live += $0 })
    #expect(live == watched.output("a"))
  }
}
