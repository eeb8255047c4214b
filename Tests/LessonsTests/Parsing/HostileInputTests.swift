import Lessons
import Testing

/// Nothing that a file holds may crash the parser, or keep it busy for long.
struct HostileInputTests {
  @Test(arguments: [
    ">", "> ", "- ", "1. ", "*a ", "*a **b ", "[", "![", "[a](", "![[]()", "<!--", "a<?", "`", "$",
    "$$", "$a$", "\\", "{", "&amp;", "_a* ", "#", "|", "\t", " ", "a\n", "> a\n", "- a\n", "```\n",
    "$$\n",
    "```swift x\n```\n\n", "```swift id=a\n```\n", "<b>\n\n", "[a](x:y)\n\n", "# a\n", "\r", "\0",
    "\u{E000}", "$a\n", "[a]: b\n", "```output\n", "\u{FEFF}",
  ])
  func repeated(unit: String) {
    let body = String(repeating: unit, count: 20_000)
    for source in [opening + body, body, "---\n" + body, "---\na: " + body + "\n---\n"] {
      #expect(problems(ofFile: source).count <= 101)
    }
  }

  @Test func deepLists() {
    let body = (0..<150).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
    #expect(
      problems(body).map { $0.prefix { $0 != "|" } } == ["55:101+1 nested more than 100 deep "])
  }

  @Test func longAndDashedOutputsAreNotDeep() throws {
    let dashes = String(repeating: String(repeating: "- ", count: 120) + "\n", count: 400)
    let body = "```swift\n```\n\n```output\n\(dashes)```\n"
    #expect(try lesson(body).steps.first?.expected?.text == dashes)
  }

  @Test func deepEmphasis() {
    let body =
      String(repeating: "*a **b ", count: 60) + String(repeating: "b** a* ", count: 60)
    #expect(
      problems("x\n\n" + body).map { $0.prefix { $0 != "|" } }
        == ["8:1+1 nested more than 100 deep "])
  }

  @Test func noise() {
    var random = Noise(state: 1)
    var source = opening
    for index in 0..<500_000 {
      if index.isMultiple(of: 3000) { source += "\n\n" }
      source.unicodeScalars.append(Unicode.Scalar(UInt8.random(in: 0..<128, using: &random)))
    }
    #expect(!problems(ofFile: source).isEmpty)
  }

  @Test func mutatedDocuments() throws {
    let seed = Array((opening + everything).utf8)
    _ = try LessonParser.parse(path: "a.md", source: String(decoding: seed, as: UTF8.self))
    var random = Noise(state: 2)
    var parsed = 0
    for _ in 0..<600 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, using: &random) }
      let source = String(decoding: bytes, as: UTF8.self)
      guard let lesson = try? LessonParser.parse(path: "a.md", source: source) else { continue }
      parsed += 1
      for step in lesson.steps { checkOutput(of: step, in: Array(source.utf8)) }
    }
    #expect(parsed > 20)
  }

  private func checkOutput(of step: Step, in bytes: [UInt8]) {
    guard let output = step.expected else { return }
    let text = String(decoding: bytes[output.byteRange], as: UTF8.self)
    #expect(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") == output.text)
  }

  private func mutate(_ bytes: inout [UInt8], using random: inout Noise) {
    let special = Array("`~$*_[](){}<>#-=\n\r\t \\\"':&!|\0é\u{E000}".utf8)
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 0..<40, using: &random))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes[place] = special.randomElement(using: &random) ?? 0
    case 1: bytes.insert(special.randomElement(using: &random) ?? 0, at: place)
    case 2 where bytes.count > 200: bytes.removeSubrange(place..<end)
    default: bytes.insert(contentsOf: bytes[place..<end], at: place)
    }
  }

  private let everything = """
    # Title $x_1$

    Text with *emphasis*, **strong `code`**, [link](https://a.b/c "t"), ![p](p.png) and
    math $a_1 *
    b$ over lines.\\
    $5 or \\$6.

    - one
      - two $y$
        1. three

    > quote
    > $$
    > z
    > $$

    $$
    \\frac{a}{b}

    - c
    $$

    ```swift id=a slow timeout=3
    let a = 1
    ```

    ```output tolerance=1e-3
    1.5
    ```

    ```swift exercise=e
    TODO
    ```
    ```swift solution=e
    1
    ```
    ```swift check=e hidden
    1
    ```
    ```text hint=e
    think
    ```

    ~~~python
    $no$
    ~~~

        indented $code$

    """
}

/// A small deterministic generator (SplitMix64), for tests only.
private struct Noise: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
