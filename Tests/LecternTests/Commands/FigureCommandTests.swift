import Foundation
import Testing

/// Figures of the prose, wrong answers and terms in all commands.
struct FigureCommandTests {
  private static let path = "Lessons/01-x.md"
  private static let text = """
    ---
    title: A lesson
    summary: One.
    terms: {mean: What the values would be if all were the same.}
    ---

    The **mean** is 3.67<!-- ratings: mean(ratings) -->, of *three*<!-- ratings: words -->.

    ```swift id=ratings
    let ratings = [4.0, 5, 2]
    let words = "three"
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    ```

    ```swift exercise=spread
    func spread(_ values: [Double]) -> Double { 0 }
    ```

    ```swift wrong=spread id=slip
    func spread(_ values: [Double]) -> Double { values.last! - values.first! }
    ```

    ```output
    which is the largest?
    spread(ratings) is -2.0
    ```

    ```swift solution=spread
    func spread(_ values: [Double]) -> Double { values.max()! - values.min()! }
    ```

    ```swift check=spread
    expect(spread(ratings) == 3, "which is the largest?")
    ```

    Why is it 3?

    ```text answer
    Since 5 − 2 is 3.0<!-- ratings: ratings[1] - ratings[2] -->.
    ```

    """

  @Test func whatIsRightPasses() throws {
    let checkout = try Checkout(["01-x.md": Self.text])
    let test = try checkout.lectern("test")
    #expect(test.status == 0, "\(test.errors)")
    #expect(test.output.contains("4 steps, 3 figures"))
    let run = try checkout.lectern("run", "1", "--json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.contains(
        #"{"column":17,"event":"figure","expression":"mean(ratings)","line":7,"outcome":"succeeded","step":"ratings","value":"3.6666666666666665","written":"3.67"}"#
      ), "\(run.output)")
    #expect(run.output.contains(#""output":"which is the largest?\nspread(ratings) is -2.0\n""#))
    #expect(try checkout.lectern("build").status == 0)
    let glossary = try checkout.read("site/glossary.html")
    #expect(glossary.contains("<a href=\"01-x.html#term:mean\">mean</a>"))
    #expect(try checkout.read("site/01-x.html").contains("is 3.67, of <em>three</em>."))
  }

  @Test func aWrongFigureIsReportedEverywhereAndBlessed() throws {
    let checkout = try Checkout(["01-x.md": Self.text])
    let wrong = Self.text.replacing("3.67", with: "3.76").replacing("*three*", with: "*two*")
      .replacing("3.0<!--", with: "30<!--")
    try checkout.write(wrong, to: Self.path)
    let test = try checkout.lectern("test", "--junit", "report.xml", "--github")
    #expect(test.status == 1)
    #expect(test.output.contains("3 figures, 3 wrong"))
    #expect(test.output.contains("::error file=Lessons/01-x.md,line=7::‘mean(ratings)’ is 3.66"))
    let expected = """
      Lessons/01-x.md:7:17: error: ‘mean(ratings)’ is 3.6666666666666665 after ‘ratings’
          7 | The **mean** is 3.76<!-- ratings: mean(ratings) -->, of *two*<!-- ratings: w…
            |                 ^~~~
         write 3.67, or let lectern bless x write it
      """
    for command in [["test", "--cached"], ["run", "1"], ["build"]] {
      let outcome = try checkout.start(command, environment: [:]).wait()
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains(expected), "\(outcome.errors)")
    }
    #expect(try checkout.read("report.xml").contains("failures=\"3\""))
    let bless = try checkout.lectern("bless")
    #expect(bless.status == 0, "\(bless.errors)")
    #expect(bless.output.contains("- 3.76\n+ 3.67\n"))
    let wanted = Self.text.replacing("3.0<!--", with: "3<!--")
    #expect(Array(try checkout.read(Self.path).utf8) == Array(wanted.utf8))
  }

  @Test func whatCannotBeBlessedIsSaid() throws {
    let checkout = try Checkout([
      "01-x.md": document(
        "At 1<!-- a: x / 0 -->, 2<!-- a: y -->.\n\n```swift id=a\nlet x = 1.0\n```")
    ])
    let bless = try checkout.lectern("bless")
    #expect(bless.status == 1)
    #expect(bless.errors.contains("01-x.md:6:33: error: cannot find 'y' in scope"))
    try checkout.write(
      checkout.read(Self.path).replacing(", 2<!-- a: y -->", with: ""), to: Self.path)
    let again = try checkout.lectern("bless")
    #expect(again.status == 1)
    #expect(again.errors.contains("‘x / 0’ is inf after ‘a’"))
    #expect(again.output.contains("nothing to change"))
  }

  @Test func aWrongAnswerThatPassesIsAFailure() throws {
    let checkout = try Checkout([
      "01-x.md": Self.text.replacing("values.last! - values.first!", with: "3")
    ])
    let test = try checkout.lectern("test")
    #expect(test.status == 1)
    #expect(test.errors.contains("the checks of exercise ‘spread’ accept this wrong answer"))
  }

  @Test func aTermOfTwoLessonsIsAMistake() throws {
    let checkout = try Checkout(["01-x.md": Self.text, "02-y.md": Self.text])
    let test = try checkout.lectern("test")
    #expect(test.status == 2)
    #expect(test.errors.contains("Lessons/02-y.md:4:9: error: the term ‘mean’ is explained by"))
  }
}
