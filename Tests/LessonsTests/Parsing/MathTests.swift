import Lessons
import Testing

struct MathTests {
  @Test(
    arguments: [
      (
        "as $\\hat r_{ij} = u_i \\cdot m_j$, so", "p@6:1 as {\\hat r_{ij} = u_i \\cdot m_j}@6:4, so"
      ),
      ("$a_1 * b_2 * c$", "p@6:1 {a_1 * b_2 * c}@6:1"),
      ("costs $5 and $6", "p@6:1 costs $5 and $6"),
      ("$5 and 6$7", "p@6:1 $5 and 6$7"),
      ("a \\$x$ b", "p@6:1 a $x$ b"),
      ("$a\\$b$", "p@6:1 {a\\$b}@6:1"),
      ("`$a$` $b$", "p@6:1 `$a$` {b}@6:7"),
      ("``a ` $b$`` $c$", "p@6:1 `a ` $b$` {c}@6:13"),
      ("` $a_b$ *c*", "p@6:1 ` {a_b}@6:3 *c*"),
      ("*$a*b$*", "p@6:1 *{a*b}@6:2*"),
      ("**é $x$**", "p@6:1 **é {x}@6:6**"),
      ("$a$$b$", "p@6:1 $a$$b$"),
      ("$x $ $ y$", "p@6:1 $x $ $ y$"),
      ("$a\nb$ c", "p@6:1 {a\nb}@6:1 c"),
      ("> $a\n> b$ c", "quote[p@6:3 {a\nb}@6:3 c]"),
      ("- $a$\n- $b$", "ul[p@6:3 {a}@6:3 | p@7:3 {b}@7:3]"),
      ("[$a$](b$c$)", "p@6:1 [{a}@6:2](b$c$)"),
      ("![$a$](b.png)", "p@6:1 ![a](b.png)"),
      ("<https://a.b/$x$>", "p@6:1 [https://a.b/$x$](https://a.b/$x$)"),
      ("# The $x_1$", "h1#the-x-1 The {x_1}@6:7"),
      ("    $a$", "code()@6:5 \"$a$\\n\""),
      ("\u{E000}0\u{E000} $a$ \u{E001}", "p@6:1 \u{E000}0\u{E000} {a}@6:9 \u{E001}"),
      ("&#xE000;7&#xE000; $a$", "p@6:1 \u{E000}7\u{E000} {a}@6:19"),
      ("$$ alone", "p@6:1 $$ alone"), ("$$ $$", "p@6:1 $$ $$"),
    ])
  func inline(body: String, expected: String) throws {
    let shown = try lesson(body).blocks.map(outline).joined(separator: "; ")
    #expect(shown == expected)
  }

  @Test(arguments: [
    ("$$\nx_1\n$$", "math@6:1 \"x_1\""),
    ("$$x_1$$", "math@6:1 \"x_1\""),
    ("$$ a\n*b* $$", "math@6:1 \" a\\n*b* \""),
    (
      "$$\na\n\n- b\n# c\n\n    d\n> e\n$$\nend",
      "math@6:1 \"a\\n\\n- b\\n# c\\n\\n    d\\n> e\"; p@15:1 end"
    ),
    ("text\n$$\nx\n$$\nmore", "p@6:1 text; math@7:1 \"x\"; p@10:1 more"),
    ("- a\n\n  $$\n  x\n    y\n  $$\n- b", "ul~[p@6:3 a; math@8:3 \"x\\n  y\" | p@12:3 b]"),
    ("- $$\n  x\n  $$\n", "ul[math@6:3 \"x\"]"),
    ("> $$\n> x\n> $$\n", "quote[math@6:3 \"x\"]"),
    ("```\n$$\n```\n\n$$\ny\n$$", "code()@6:1 \"$$\\n\"; math@10:1 \"y\""),
    ("a\n\n$$\ny\n$$\n\n$b$", "p@6:1 a; math@8:1 \"y\"; p@12:1 {b}@12:1"),
  ])
  func display(body: String, expected: String) throws {
    for lineBreak in ["\n", "\r\n"] {
      let source = (opening + body).replacing("\n", with: lineBreak)
      let lesson = try LessonParser.parse(path: "a.md", source: source)
      #expect(lesson.blocks.map(outline).joined(separator: "; ") == expected)
    }
  }

  @Test(arguments: [
    (
      "a\n\n$$\nx\n\n",
      "8:1+2 the formula that opens here is never closed | end it with a line ‘$$’"
    ),
    (
      "$$\nx\n\n```\n$$\n```",
      "6:1+2 the formula that opens here is never closed | end it with a line ‘$$’"
    ),
    (
      "a $$x$$ b",
      "6:3+2 a formula between ‘$$’ stands by itself | put each ‘$$’ on a line of its own, or write single dollars"
    ),
    (
      "# $$x$$",
      "6:3+2 a formula between ‘$$’ stands by itself | put each ‘$$’ on a line of its own, or write single dollars"
    ),
  ])
  func misplaced(body: String, expected: String) {
    #expect(problems(body) == [expected])
  }
}
