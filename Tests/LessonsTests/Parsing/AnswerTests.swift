import Lessons
import Testing

/// Questions with answers, hints that are prose, and wrong answers.
struct AnswerTests {
  @Test func answersAreMarkdown() throws {
    let body = """
      Why is $a$ small?

      ````text answer
      Since $b$ is **large**:

      - see [here](#x)

      ```python
      no = "$step$"
      ```
      ````
      """
    #expect(
      try lesson(body).blocks.map(outline)
        == [
          "p@6:1 Why is {a}@6:8 small?",
          "answer@8:1[p@9:1 Since {b}@9:7 is **large**:; ul[p@11:3 [here](#x)]; "
            + "code(python)@13:1 \"no = \\\"$step$\\\"\\n\"]".replacing("see ", with: ""),
        ].map { $0.replacing("p@11:3 [here]", with: "p@11:3 see [here]") })
  }

  private static let exercise =
    "```swift exercise=e\n```\n```swift solution=e\n```\n```swift check=e\n```\n"

  @Test(arguments: [
    (
      "no question", "```text answer\nYes.\n```",
      "6:1+14 this answer follows no question | write the question as prose right before it"
    ),
    (
      "after a heading", "# Test yourself\n\n```text answer\nYes.\n```",
      "8:1+14 this answer follows no question | write the question as prose right before it"
    ),
    (
      "two answers", "Why?\n\n```text answer\nYes.\n```\n\n```text answer\nNo.\n```",
      "12:1+14 this answer follows no question | write the question as prose right before it"
    ),
    (
      "a value", "Why?\n\n```text answer=1\nYes.\n```",
      "8:9+8 ‘answer’ takes no value | write ‘answer’"
    ),
    (
      "empty", "Why?\n\n```text answer\n\n```",
      "8:1+14 this answer says nothing | write a sentence into it"
    ),
    (
      "a step in it", "Why?\n\n````text answer\n```swift\n1\n```\n````",
      "9:1+3 a fence of ‘swift’ stands in an answer | move it to the start of a line, outside of the answer"
    ),
    (
      "a heading in a hint", exercise + "```text hint=e\nFirst\n\n## Then\n```",
      "15:1+1 a heading stands in a hint | begin a paragraph with bold words instead"
    ),
    (
      "HTML in a hint", exercise + "```text hint=e\nuse <b>\n```",
      "13:5+3 raw HTML is not allowed | write Markdown; to show the characters, put them between backticks"
    ),
    (
      "an open formula in a hint", exercise + "```text hint=e\n$$\nx\n```",
      "13:1+2 the formula that opens here is never closed | end it with a line ‘$$’"
    ),
    (
      "wrong for nothing", exercise + "```swift wrong=f\n```",
      "12:16+1 there is no exercise ‘f’ | its starter is a fence ‘swift exercise=f’"
    ),
    (
      "wrong and check", exercise + "```swift wrong=e check=e\n```",
      "12:18+7 ‘check’ contradicts ‘wrong’ | leave one of them out"
    ),
  ])
  func mistake(_ name: String, body: String, expected: String) {
    #expect(problems(ofFile: opening + body) == [expected], "\(name)")
  }

  @Test func deepContentIsRefused() {
    let deep = String(repeating: "> ", count: 3000) + "x"
    #expect(problems("Why?\n\n```text answer\n\(deep)\n```").map { $0.prefix(4) } == ["9:1+"])
  }
}
