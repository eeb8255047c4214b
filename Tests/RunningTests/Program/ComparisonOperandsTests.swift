import Testing

@testable import Running

struct ComparisonOperandsTests {
  @Test(arguments: [
    ("expect(a == b)", #"expect(a == b, operands: { [("a", (a) as Any), ("b", (b) as Any)] })"#),
    ("expect(a != 3)", #"expect(a != 3, operands: { [("a", (a) as Any)] })"#),
    (
      "expect(a + 1 < b.c)",
      #"expect(a + 1 < b.c, operands: { [("a + 1", (a + 1) as Any), ("b.c", (b.c) as Any)] })"#
    ),
    (
      "expect(a >= 1, \"why\")",
      #"expect(a >= 1, "why", operands: { [("a", (a) as Any)] })"#
    ),
    ("expect(a == .red)", #"expect(a == .red, operands: { [("a", (a) as Any)] })"#),
    ("expect(a == .init(b))", #"expect(a == .init(b), operands: { [("a", (a) as Any)] })"#),
    (
      "expect(a[\"k\"] == 1)",
      #"expect(a["k"] == 1, operands: { [("a[\"k\"]", (a["k"]) as Any)] })"#
    ),
    (
      "func f() { expect(a == 1) }",
      #"func f() { expect(a == 1, operands: { [("a", (a) as Any)] }) }"#
    ),
    (
      "[1].forEach { expect($0 == 1) }\nlet z = 1",
      "[1].forEach { expect($0 == 1, operands: { [(\"$0\", ($0) as Any)] }) }\nlet z = 1"
    ),
    (
      "expect(a == b.map { $0 })",
      #"expect(a == b.map { $0 }, operands: { [("a", (a) as Any)] })"#
    ),
  ])
  func handsOverBothSides(code: String, body: String) throws {
    #expect(try programs(code)[0].body == body)
  }

  @Test(arguments: [
    "expect(a)", "expect(!a)", "expect(a == b && c)", "expect(a == b || c)", "expect(1 == 2)",
    "expect(a == b ? c : d)", "try expect(f() == 1)", "expect(try f() == 1)",
    "expect(1, closeTo: a, within: 1)", "other.expect(a == b); let z = 1",
    "expect(\n  a\n    .b == 1)",
    "expect(next() == 1)", "expect(list.removeFirst() == 1)", "expect(a < b as Bool)",
    "expect(a ?? b == c)", "func expect(_ b: Bool) {}; expect(a == b) as Void; let z = 1",
  ])
  func leavesAlone(code: String) throws {
    #expect(try programs(code)[0].body == code)
  }
}
