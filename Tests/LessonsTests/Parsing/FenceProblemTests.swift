import Lessons
import Testing

/// Every mistake that the format names, with its place: the body begins on line 6.
struct FenceProblemTests {
  @Test(arguments: [
    (
      "unknown option", "```swift tiemout=5\n```",
      "6:10+7 unknown option ‘tiemout’ | did you mean ‘timeout’?"
    ),
    (
      "unknown flag", "```swift   hiden\n```",
      "6:12+5 unknown option ‘hiden’ | did you mean ‘hidden’?"
    ),
    (
      "given twice", "```swift slow slow\n```",
      "6:15+4 the option ‘slow’ is given twice | leave one of them out"
    ),
    ("no value", "```swift id\n```", "6:10+2 ‘id’ needs a value | write ‘id=NAME’"),
    ("empty value", "```swift id=\n```", "6:10+3 ‘id’ needs a value | write ‘id=NAME’"),
    (
      "value of a flag", "```swift hidden=1\n```", "6:10+8 ‘hidden’ takes no value | write ‘hidden’"
    ),
    (
      "bad id", "```swift id=Best\n```",
      "6:13+4 ‘Best’ is not a name | a name is made of small letters, digits and ‘-’ and begins with a letter"
    ),
    (
      "long id", "```swift id=\(String(repeating: "a", count: 101))\n```",
      "6:13+101 this name has 101 letters | a name has at most 100"
    ),
    (
      "bad timeout", "```swift timeout=0\n```",
      "6:18+1 ‘0’ is not a number greater than 0 and at most 86400 | write ‘timeout=SECONDS’"
    ),
    (
      "timeout not a number", "```swift timeout=nan\n```",
      "6:18+3 ‘nan’ is not a number greater than 0 and at most 86400 | write ‘timeout=SECONDS’"
    ),
    (
      "error and trap", "```swift error trap\n```",
      "6:16+4 ‘trap’ contradicts ‘error’ | leave one of them out"
    ),
    (
      "hidden and folded", "```swift folded hidden\n```",
      "6:17+6 ‘hidden’ contradicts ‘folded’ | leave one of them out"
    ),
    (
      "kept id", "```swift id=step-3\n```",
      "6:13+6 the id ‘step-3’ is kept for steps without one | choose a name that says what the step does"
    ),
    (
      "repeated id", "```swift id=a\n```\n\n```swift id=a\n```",
      "9:13+1 the id ‘a’ is taken | the step on line 6 has it already"
    ),
    (
      "output without step", "```output\n1\n```",
      "6:1+9 this output follows no step | an ‘output’ fence stands right after its step"
    ),
    (
      "output after prose", "```swift\n```\ntext\n```output\n```",
      "9:1+9 this output follows no step | an ‘output’ fence stands right after its step"
    ),
    (
      "output after a definition", "```swift\n```\n[a]: b\n\n```output\n```",
      "10:1+9 this output follows no step | an ‘output’ fence stands right after its step"
    ),
    (
      "two outputs", "```swift\n```\n```output\n```\n\n```output\n```",
      "11:1+9 the step ‘step-1’ has its output already | the first is on line 8"
    ),
    (
      "output of no-run", "```swift no-run\n```\n```output\n```",
      "8:1+9 a step with ‘no-run’ has no output | leave out ‘no-run’, or show it as ‘text’"
    ),
    (
      "output option", "```swift\n```\n```output tolerence=1\n```",
      "8:11+9 unknown option ‘tolerence’ | did you mean ‘tolerance’?"
    ),
    (
      "bad tolerance", "```swift\n```\n```output tolerance=-1\n```",
      "8:21+2 ‘-1’ is not a number greater than 0 and at most 1 | write ‘tolerance=1e-4’"
    ),
    (
      "unknown exercise",
      "```swift exercise=bias\n```\n```swift solution=bias\n```\n```swift check=bais\n```\n```swift check=bias\n```",
      "10:16+4 there is no exercise ‘bais’ | did you mean ‘bias’?"
    ),
    (
      "hint for nothing", "```text hint=bias\nthink\n```",
      "6:14+4 there is no exercise ‘bias’ | its starter is a fence ‘swift exercise=bias’"
    ),
    (
      "two starters",
      "```swift exercise=a\n```\n```swift exercise=a\n```\n```swift solution=a\n```\n```swift check=a\n```",
      "8:10+10 the exercise ‘a’ has a second starter | the first is on line 6"
    ),
    (
      "two solutions",
      "```swift exercise=a\n```\n```swift solution=a\n```\n```swift solution=a\n```\n```swift check=a\n```",
      "10:10+10 the exercise ‘a’ has a second solution | the first is on line 8"
    ),
    (
      "no solution", "```swift exercise=a\n```\n```swift check=a\n```",
      "6:10+10 the exercise ‘a’ has no solution | add a fence ‘swift solution=a’"
    ),
    (
      "no check", "```swift exercise=a\n```\n```swift solution=a\n```",
      "6:10+10 the exercise ‘a’ has no check | add a fence ‘swift check=a’"
    ),
    (
      "Swift hint", "```swift hint=a\n```",
      "6:10+6 a hint is text, not Swift | begin the fence with ‘text’ instead of ‘swift’"
    ),
    (
      "unclosed", "text\n\n```python\nx",
      "8:1+9 the fence that opens here is never closed | end the block with a line of the same marks"
    ),
    (
      "closed by too few", "````swift\nx\n```\n",
      "6:1+9 the fence that opens here is never closed | end the block with a line of the same marks"
    ),
    (
      "indented", " ```swift\n ```",
      "6:2+3 a fence of ‘swift’ must not be indented | begin it at the start of the line"
    ),
    (
      "in a list", "- a\n\n  ```swift\n  ```",
      "8:3+3 a fence of ‘swift’ stands in a list or a quote | move it to the start of a line, outside of the list or quote"
    ),
    (
      "in a quote", "> ```output\n> ```",
      "6:3+3 a fence of ‘output’ stands in a list or a quote | move it to the start of a line, outside of the list or quote"
    ),
    (
      "capital", "```Swift\n```",
      "6:4+5 ‘Swift’ is no word that Lectern knows | write ‘swift’, a space, and the options"
    ),
    (
      "comma", "```swift,hidden\n```",
      "6:4+12 ‘swift,hidden’ is no word that Lectern knows | write ‘swift’, a space, and the options"
    ),
  ])
  func mistake(_ name: String, body: String, expected: String) {
    #expect(problems(body) == [expected], "\(name)")
  }

  @Test func allProblemsOfAFileComeTogetherInOrder() {
    let body = "```output\n```\n\n<b>\n\n```swift a=1 b=2\n```\n"
    #expect(
      problems(ofFile: "---\ntitle: T\nbroken: 1\n---\n\n" + body).map { $0.prefix(4) }
        == ["1:1+", "3:1+", "6:1+", "9:1+", "11:1", "11:1"])
  }

  @Test func otherFencesKeepTheirOptions() throws {
    let blocks = try lesson("```python hidden=yes\nx\n```\n\n~~~text a\n```\n~~~\n").blocks
    #expect(
      blocks.map(outline) == [
        "code(python)@6:1 \"x\\n\"", "code(text)@10:1 \"```\\n\"",
      ])
  }
}
