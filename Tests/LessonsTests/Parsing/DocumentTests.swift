import Lessons
import Testing

struct DocumentTests {
  @Test(arguments: [
    ("# A b\n\n## A, b!\n\nA *b*\n===\n", "h1#a-b A b; h2#a-b-2 A, b!; h1#a-b-3 A *b*"),
    ("# ?\n# Über 3\n", "h1#section ?; h1#über-3 Über 3"),
    ("a *b **c*** `d`  \ne\nf", "p@6:1 a *b **c*** `d`⏎⏎e⏎f"),
    ("- a\n- b\n  1. c\n\n     d\n", "ul[p@6:3 a | p@7:3 b; ol1~[p@8:6 c; p@10:6 d]]"),
    ("3) a\n\n4) b", "ol3~[p@6:4 a | p@8:4 b]"),
    ("> a\n> - b\n\n***", "quote[p@6:3 a; ul[p@7:5 b]]; rule"),
    (
      "    code\n\n- x\n\n      code\n",
      "code()@6:5 \"code\\n\"; ul~[p@8:3 x; code()@10:7 \"code\\n\"]"
    ),
    ("> ```text\n> a\n> ```\n", "quote[code(text)@6:3 \"a\\n\"]"),
    (
      "[a](https://x.y \"t\") [b](../c.md) [d](#e) <m@x.y>",
      "p@6:1 [a](https://x.y t) [b](../c.md) [d](#e) [m@x.y](mailto:m@x.y)"
    ),
    ("![a *b*](c.png)", "p@6:1 ![a b](c.png)"),
    ("[a][b]\n\n[b]: c.md", "p@6:1 [a](c.md)"),
    ("a &amp; \\* <", "p@6:1 a & * <"),
  ])
  func blocks(body: String, expected: String) throws {
    for lineBreak in ["\n", "\r\n"] {
      let source = (opening + body).replacing("\n", with: lineBreak)
      let lesson = try LessonParser.parse(path: "a.md", source: source)
      #expect(lesson.blocks.map(outline).joined(separator: "; ") == expected)
    }
  }

  @Test(arguments: [
    ("<div>\nx\n</div>", "6:1+5"), ("a <b>c", "6:3+3"),
    ("- a\n  b <i\n  c>", "7:5+2"), ("`<b>` $<b>$ <b>", "6:13+3"), ("> a\nb <br/> c", "7:3+5"),
  ])
  func rawHTML(body: String, place: String) {
    #expect(
      problems(body) == [
        "\(place) raw HTML is not allowed | write Markdown; to show the characters, put them between backticks"
      ])
  }

  @Test(arguments: [
    ("[a](javascript:x)", "6:5+12 a link must not lead to ‘javascript:’"),
    ("b\n[a](<JavaScript:x>)", "7:6+12 a link must not lead to ‘javascript:’"),
    ("> c\n> [a](data:x)", "7:7+6 a link must not lead to ‘data:’"),
    ("[a](java&#10;script:x)", "6:5+13 a link must not contain control characters"),
    ("[a]()", "6:1+1 the link leads nowhere"),
    ("[a][b]\n\n[b]: vbscript:x", "8:6+10 a link must not lead to ‘vbscript:’"),
    ("![a](https://x.y/z.png)", "6:6+17 a picture must be a file beside the lesson"),
    ("![a](//x.y/z.png)", "6:6+11 a picture must be a file beside the lesson"),
  ])
  func links(body: String, expected: String) {
    #expect(problems(body).map { $0.prefix { $0 != "|" } } == ["\(expected) "])
  }
}
