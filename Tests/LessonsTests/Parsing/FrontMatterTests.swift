import Lessons
import Testing

struct FrontMatterTests {
  @Test func everything() throws {
    let source = """
      ---
      title: "A: title"
      summary: >
        Two
        lines.
      minutes: 15
      data: ml-latest-small
      after: [one, two]
      ---
      """
    let lesson = try LessonParser.parse(path: "Lessons/03-dot-product.md", source: source)
    #expect(
      lesson.frontMatter
        == FrontMatter(
          title: "A: title", summary: "Two lines.", minutes: 15, data: ["ml-latest-small"],
          after: ["one", "two"]))
    #expect(lesson.number == 3)
    #expect(lesson.slug == "dot-product")
    #expect(lesson.blocks.isEmpty)
  }

  @Test(arguments: [
    (
      "",
      [
        "1:1+1 a lesson begins with its front matter | begin with a line ‘---’, then ‘title: …’, ‘summary: …’ and another line ‘---’"
      ]
    ),
    (
      "---\ntitle: T\n",
      ["1:1+3 the front matter that opens here is never closed | end it with a line ‘---’"]
    ),
    (
      "---\n---\n",
      [
        "1:1+3 the front matter has no ‘summary’ | add a line ‘summary: …’",
        "1:1+3 the front matter has no ‘title’ | add a line ‘title: …’",
      ]
    ),
    (
      "---\ntitle: T\nsummary: S\nminuts: 3\n---\n",
      ["4:1+6 unknown key ‘minuts’ | did you mean ‘minutes’?"]
    ),
    (
      "---\ntitle: T\nsummary: S\nminutes: some\n---\n",
      ["4:10+4 ‘minutes’ must be a whole number from 1 to 1000 | write ‘minutes: 15’"]
    ),
    (
      "---\ntitle: T\nsummary: S\nminutes: 0\n---\n",
      ["4:10+1 ‘minutes’ must be a whole number from 1 to 1000 | write ‘minutes: 15’"]
    ),
    (
      "---\ntitle: [T]\nsummary: S\n---\n",
      ["2:8+1 ‘title’ must be text | write ‘title: …’; text with a colon goes in quotation marks"]
    ),
    (
      "---\ntitle: T\nsummary:\n---\n",
      [
        "3:9+1 ‘summary’ must be text | write ‘summary: …’; text with a colon goes in quotation marks"
      ]
    ),
    (
      "---\ntitle: T\nsummary: S\ndata: [a, [b]]\n---\n",
      ["4:11+1 ‘data’ must be a name or a list of names | write ‘data: [one, two]’"]
    ),
    (
      "---\ntitle: T\nsummary: S: T\n---\n",
      [
        "3:11+1 the front matter is not YAML: mapping values are not allowed in this context | a value with ‘: ’, ‘#’ or quotation marks in it goes in quotation marks"
      ]
    ),
    (
      "---\ntitle: T\nsummary: S\ntitle: U\n---\n",
      ["4:1+5 the key ‘title’ is given twice | line 2 has it already"]
    ),
    (
      "---\n- a\n---\n",
      [
        "1:1+3 the front matter has no ‘summary’ | add a line ‘summary: …’",
        "1:1+3 the front matter has no ‘title’ | add a line ‘title: …’",
        "2:1+1 the front matter is not a list of ‘key: value’ lines",
      ]
    ),
    (
      "---\ntitle: &a T\nsummary: *a\n---\n",
      [
        "3:10+1 YAML anchors and aliases are not understood here | write the value itself; text with ‘*’ or ‘&’ goes in quotation marks"
      ]
    ),
  ])
  func mistake(source: String, expected: [String]) {
    #expect(problems(ofFile: source) == expected)
  }

  @Test(arguments: [
    (String(repeating: "- ", count: 100), "nested too deeply"),
    (String(repeating: "[", count: 1000), "nested too deeply"),
    (String(repeating: "a: b\n", count: 2000), "longer than 8192 bytes"),
  ])
  func hostile(yaml: String, message: String) {
    let problems = problems(ofFile: "---\n\(yaml)\n---\n")
    #expect(problems.count == 1)
    #expect(problems.first?.contains(message) == true)
  }

  @Test func textMayHoldMarksOfYAML() throws {
    let source = "---\ntitle: Q&A *of* 5 & 6\nsummary: \"é: # b\"\n---\n"
    let lesson = try LessonParser.parse(path: "a.md", source: source)
    #expect(lesson.title == "Q&A *of* 5 & 6")
    #expect(lesson.frontMatter.summary == "é: # b")
  }
}
