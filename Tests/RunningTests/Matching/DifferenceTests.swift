import Lessons
import Testing

@testable import Running

struct DifferenceTests {
  @Test(arguments: [
    ("loss 0.51", "loss 0.52", "- loss 0.52\n+ loss 0.51\n          ~"),
    ("a\nb", "a", "  a\n+ b"),
    ("a", "a\nb", "  a\n- b"),
    ("", "a", "- a"),
    ("x", "abc", "- abc\n+ x"),
    ("a\nx 5 y\nb\nnew", "a\nx [..] y\nc", "  a\n  x 5 y\n- c\n+ b\n+ new"),
    ("1\n2\n3\n4\n5\n6\n7\nb", "1\n2\n3\n4\n5\n6\n7\na", "  … 5 equal lines\n  6\n  7\n- a\n+ b"),
    ("\u{1B}[1m", "", "+ ␛[1m"),
    ("a\nq\nz", "a\n...\ny", "  a\n  q\n- y\n+ z"),
  ])
  func readsWell(actual: String, expected: String, description: String) {
    #expect(difference(actual, expected)?.description == description)
  }

  @Test func showsTheEndOfALongLineWhereItChanged() {
    let line = String(repeating: "a", count: 10_000)
    let text = difference(line + "1", line + "2")?.description ?? ""
    #expect(text.count < 200)
    #expect(text.contains("a1") && text.contains("a2"))
  }

  @Test func saysHowMuchItLeavesOut() {
    let actual = (0..<500).map { "a\($0)" }.joined(separator: "\n")
    let text = difference(actual, "b")?.description ?? ""
    #expect(text.split(separator: "\n").count < 70)
    #expect(text.hasSuffix("… 441 more lines differ"))
  }

  private func difference(_ actual: String, _ expected: String) -> Difference? {
    let expected = ExpectedOutput(
      text: expected, position: SourcePosition(line: 1, column: 1), byteRange: 0..<0)
    let match = OutputMatch.compare(actual: actual, expected: expected)
    return if case .differs(let difference) = match { difference } else { nil }
  }
}
