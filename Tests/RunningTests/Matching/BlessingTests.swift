import Lessons
import Testing

@testable import Running

struct BlessingTests {
  static let code = "# T\n\n```swift id=a\nx\n```\n"

  @Test(arguments: [
    // What the block says, what the step wrote, what the block says then.
    ("1\n", "2", "2\n"),
    ("1\n", "1", "1\n"),
    ("1  \n2\n", "1\n3", "1  \n3\n"),
    ("t [..] s\n1\n", "t 5 s\n2\n", "t [..] s\n2\n"),
    ("t [..] s\n1\n", "u 5 s\n2\n", "u 5 s\n2\n"),
    ("a\n...\nb\n", "a\n1\n2\nc\n", "a\n...\nc\n"),
    ("\n1\n\n", "2\n", "\n2\n\n"),
    ("", "1\n2", "1\n2\n"),
    ("a\nb\nc\n", "a\nc\n", "a\nc\n"),
    ("a\nc\n", "a\n\nb\nc", "a\n\nb\nc\n"),
    ("1\n", "a\r\nb \rc", "a\nb\nc\n"),
    ("\n\n", "x", "x\n"),
  ])
  func rewritesABlock(old: String, output: String, new: String) {
    let before = Self.code + "\n```output\n" + old + "```\n\nProse.\n"
    #expect(bless(before, output) == Self.code + "\n```output\n" + new + "```\n\nProse.\n")
  }

  @Test func keepsLinesWithinTolerance() {
    let before = Self.code + "\n```output tolerance=1e-2\n1.00\n2.00\n```\n"
    let after = Self.code + "\n```output tolerance=1e-2\n1.00\n3.5\n```\n"
    #expect(bless(before, "1.001\n3.5") == after)
  }

  @Test func leavesUncheckedBlocksAlone() {
    let before = Self.code + "\n```output unchecked\n1\n```\n"
    #expect(bless(before, "2") == before)
  }

  @Test(arguments: [
    (code, code + "\n```output\n1\n```\n"),
    (code + "\nProse\n", code + "\n```output\n1\n```\n\nProse\n"),
    (String(code.dropLast()), code + "\n```output\n1\n```"),
    ("```swift id=a\nx\n", "```swift id=a\nx\n```\n\n```output\n1\n```\n"),
    ("```swift id=a\r\nx\r\n```\r\n", "```swift id=a\r\nx\r\n```\r\n\r\n```output\r\n1\r\n```\r\n"),
    ("```swift id=a\n```\n", "```swift id=a\n```\n\n```output\n1\n```\n"),
  ])
  func addsAMissingBlock(before: String, after: String) {
    #expect(bless(before, "1\n") == after)
  }

  @Test func removesABlockThatNothingFills() {
    let before = Self.code + "\n```output\n1\n```\n\nProse\n"
    #expect(bless(before, "") == Self.code + "\nProse\n")
    #expect(bless(Self.code, "\n") == Self.code)
  }

  @Test func contentCannotCloseItsFence() {
    let output = "a\n```\n````\nb"
    #expect(bless(Self.code, output) == Self.code + "\n`````output\n\(output)\n`````\n")
    let before = Self.code + "\n```output\n1\n```\n"
    #expect(bless(before, output) == Self.code + "\n`````output\n\(output)\n`````\n")
    #expect(bless(before, "```swift") == Self.code + "\n```output\n```swift\n```\n")
  }

  @Test func keepsWindowsLineBreaks() {
    let before = "```swift id=a\r\nx\r\n```\r\n\r\n```output\r\n1\r\n2\r\n```\r\nend"
    let after = "```swift id=a\r\nx\r\n```\r\n\r\n```output\r\n1\r\n3\r\n```\r\nend"
    #expect(bless(before, "1\n3\n") == after)
  }

  @Test func knowsOldLineBreaks() {
    let before = "a\rb\n\n```swift id=a\nx\n```\n"
    let lesson = Lesson(
      path: "x.md", number: nil, slug: "x", frontMatter: FrontMatter(title: "x", summary: "x"),
      source: before,
      blocks: [
        .step(
          Step(
            id: "a", code: "x\n", position: SourcePosition(line: 4, column: 1), codeLine: 5))
      ])
    let after = Blessing.bless(lesson: lesson, outputs: ["a": "1"]).source
    #expect(after == before + "\n```output\n1\n```\n")
  }

  @Test func anOpenBlockStaysOpen() {
    let before = "```swift id=a\n```\n```output\n1"
    #expect(bless(before, "2") == "```swift id=a\n```\n```output\n2")
  }

  @Test func touchesOnlyStepsThatChanged() {
    let before = """
      ```swift id=a
      ```
      ```output
      1
      ```
      ```swift id=b
      ```
      ```output
      2
      ```
      ```swift id=c
      ```
      """
    let (source, changes) = Blessing.bless(
      lesson: lesson(before), outputs: ["a": "1", "b": "3", "c": "4"])
    #expect(changes.map(\.stepID) == ["b", "c"])
    #expect(changes.first?.difference.description == "- 2\n+ 3")
    #expect(
      source == before.split(separator: "2").joined(separator: "3") + "\n\n```output\n4\n```")
  }

  /// Random blocks against random outputs: what was blessed matches, and blessing it again
  /// changes nothing.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func isIdempotentAndMatches(seed: UInt64) throws {
    var random = Random(seed: seed)
    let words = [
      "a", "b", "", "...", "x [..] y", "x 1 y", "0.5", "```", "````", "~~~", "[..]", " c ",
    ]
    func text() -> String {
      let count = random.next(8)
      return (0..<count).map { _ in words[random.next(words.count)] + "\n" }.joined()
    }
    let old = text()
    let output = text()
    let marks = "``````"
    let before = Self.code + (seed.isMultiple(of: 3) ? "" : "\n\(marks)output\n\(old)\(marks)\n")
    let after = bless(before, output)
    #expect(bless(after, output) == after)
    let step = try #require(lesson(after).steps.first)
    let expected =
      step.expected ?? ExpectedOutput(text: "", position: step.position, byteRange: 0..<0)
    #expect(OutputMatch.compare(actual: output, expected: expected) == .matches)
  }

  /// Damage any digit of any block: blessing brings the very bytes back.
  @Test func mendsAnyDigit() {
    let output = "epoch 1 loss 0.25\nepoch 2 loss 0.25\n\n  12.5 | 7\nepoch 2 loss 0.25\n"
    let whole = bless(Self.code + "\nProse.\n", output)
    let bytes = Array(whole.utf8)
    let start = Self.code.utf8.count
    for index in bytes.indices where index >= start && (48...57).contains(bytes[index]) {
      for digit in UInt8(48)...57 where digit != bytes[index] {
        var damaged = bytes
        damaged[index] = digit
        #expect(bless(String(decoding: damaged, as: UTF8.self), output) == whole)
      }
    }
  }

  private func bless(_ source: String, _ output: String) -> String {
    Blessing.bless(lesson: lesson(source), outputs: ["a": output]).source
  }
}

/// A small generator, so that a failing seed fails again.
private struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
