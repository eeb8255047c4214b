import Lessons
import Testing

@testable import Running

struct OutputMatchTests {
  @Test(arguments: [
    ("", ""), ("a", "a"), ("a \t", "a"), ("a", "a  "), ("\n\na\n\n", "a"), ("a", "\n \na\n\n"),
    ("a\r\nb\r\n", "a\nb"), ("a\rb", "a\nb"), ("a\n\nb", "a\n\nb"), ("  a", "  a"),
    ("took 3.5 s", "took [..] s"), ("took  s", "took [..] s"), ("abc", "[..]"),
    ("x=1, y=2, z", "x=[..], y=[..], z"), ("aXbXb", "a[..]b"), ("[..]", "[..]"),
    ("a\nb\nc\nd", "a\n...\nd"), ("a\nd", "a\n...\nd"), ("a\nb", "...\nb"), ("a\nb", "a\n..."),
    ("", "..."), ("a\nb\na\nc", "...\na\n[..]"), ("a\nx 1\nb\nx 2", "...\nx [..]"),
    ("\0", "\u{FFFD}"), ("é\u{1F1E9}\u{1F1EA}", "é\u{1F1E9}\u{1F1EA}"),
    ("...", "..."), ("a...", "a..."),
  ])
  func matches(actual: String, expected: String) {
    #expect(compare(actual, expected) == .matches)
  }

  @Test(arguments: [
    ("a", "b"), ("a", ""), ("", "a"), (" a", "a"), ("a\n\nb", "a\nb"), ("a\nb", "a"),
    ("a", "a\nb"), ("took 3.5 m", "took [..] s"), ("a\nb\nc", "a\n...\nd"), ("a\nb", "[..]"),
    ("A", "a"), ("a  b", "a b"), ("e\u{301}", "\u{E9}"), ("1.0", "1"), ("b", "...\na\n..."),
    ("", "[..]"),
    ("aXbX", "a[..]b"),
  ])
  func differs(actual: String, expected: String) {
    #expect(compare(actual, expected) != .matches)
  }

  @Test(arguments: [
    ("1.0001", "1.0"), ("loss 0.50001 after 3", "loss 0.5 after 3"), ("-2.0001", "−2"),
    ("1e-4", "0.0001"), ("1E+3", "1000"), ("inf", "Infinity"), ("-inf", "-inf"), ("0.0", "0"),
    ("[1.0, 2.0001]", "[1, 2.0]"), ("1.00001, took 3 s", "1, took [..] s"), ("0.1299", "0.12[..]"),
    ("+5", "5"), ("(3)", "(3.0)"), ("2.142x", "2.1421x"), ("user12 3", "user12 3.0"),
  ])
  func matchesWithinTolerance(actual: String, expected: String) {
    #expect(compare(actual, expected, tolerance: 1e-3) == .matches)
  }

  @Test(arguments: [
    ("1.002", "1.0"), ("nan", "nan"), ("NaN", "1"), ("x: nan", "x: nan"), ("inf", "-inf"),
    ("inf", "1e308"), ("0.00001", "0"), ("1 2", "1"), ("1", "1 2"), ("loss 1", "lose 1"),
    ("user13 3", "user12 3"), ("15x15", "15x16"), ("1.0.1", "1.0.2"), ("3-4", "3-5"),
    ("1", "one"), ("-1", "1"), ("0.1399", "0.12[..]"), ("nano", "nan"), ("", "0"),
  ])
  func differsBeyondTolerance(actual: String, expected: String) {
    #expect(compare(actual, expected, tolerance: 1e-3) != .matches)
  }

  @Test func uncheckedMatchesAnything() {
    var expected = ExpectedOutput(
      text: "a", position: SourcePosition(line: 1, column: 1), byteRange: 0..<0)
    expected.isUnchecked = true
    #expect(OutputMatch.compare(actual: "b", expected: expected) == .matches)
  }

  @Test func hostileWildcardsTakeNoExponentialTime() {
    let pattern = String(repeating: "[..]a", count: 300) + "b"
    #expect(compare(String(repeating: "a", count: 3000), pattern) != .matches)
    let lines = String(repeating: "...\nx\n", count: 200) + "y"
    #expect(compare(String(repeating: "x\n", count: 2000), lines) != .matches)
  }

  @Test func hugeOutputsAreCompared() {
    let actual = (0..<20_000).map { "line \($0)" }.joined(separator: "\n")
    let expected = (0..<20_000).map { "line \($0 * 2)" }.joined(separator: "\n")
    guard case .differs(let difference) = compare(actual, expected) else {
      Issue.record("these differ")
      return
    }
    #expect(difference.description.count < 5_000)
  }

  private func compare(
    _ actual: String, _ expected: String, tolerance: Double? = nil
  ) -> OutputMatch.Match {
    OutputMatch.compare(
      actual: actual,
      expected: ExpectedOutput(
        text: expected, tolerance: tolerance, position: SourcePosition(line: 1, column: 1),
        byteRange: 0..<0))
  }
}
