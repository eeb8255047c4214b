import Testing

@testable import Running

struct TrailingExpressionTests {
  @Test(arguments: [
    ("x", "Display.display(x)"),
    ("x // the value", "Display.display(x) // the value"),
    ("x /* a */\n// b\n", "Display.display(x) /* a */\n// b\n"),
    ("x;", "Display.display(x);"),
    ("let a = 1; a", "let a = 1; Display.display(a)"),
    ("f()\ng()", "f()\nDisplay.display(g())"),
    ("[1, 2]\n  .map { $0 }\n  .count", "Display.display([1, 2]\n  .map { $0 }\n  .count)"),
    ("try f()", "Display.display(try f())"),
    ("x == y", "Display.display(x == y)"),
    ("a ? b : c", "Display.display(a ? b : c)"),
    ("{ 3 }()", "Display.display({ 3 }())"),
    ("\"é\\(x)\"", "Display.display(\"é\\(x)\")"),
    ("\"\"\"\n  a\n  \"\"\"", "Display.display(\"\"\"\n  a\n  \"\"\")"),
    ("#line", "Display.display(#line)"),
    ("list.print()", "Display.display(list.print())"),
    ("run { x in\n  x\n}", "Display.display(run { x in\n  x\n})"),
    (
      "func print(_: Int) -> Int { 1 }\nprint(1)",
      "func print(_: Int) -> Int { 1 }\nDisplay.display(print(1))"
    ),
  ])
  func displaysTheValue(code: String, body: String) throws {
    #expect(try programs(code)[0].body == body + (code.hasSuffix("\n") ? "" : ""))
  }

  @Test(arguments: [
    "x = 3", "x += 1", "_ = f()", "a.b[c] = d", "print(1)", "expect(true)", "try! print(1)",
    "fatalError()", "display(x)", "let x = 1", "if a { b } else { c }", "switch a { default: b }",
    "for x in y { x }", "do { x }", "struct A {}", "", "// only this", "#warning(\"w\")",
    "while true {}", "x <<= 1", "#if DEBUG\nx\n#endif", "defer { x }", "import Foundation",
  ])
  func leavesAlone(code: String) throws {
    #expect(try programs(code)[0].body == code)
  }
}
