import Lessons
import Testing

@testable import Running

struct RunPlanTests {
  private static let source = document(
    """
    ```swift id=a
    let a = 1
    ```

    ```swift id=wrong error
    let a: Int = ""
    ```

    ```swift exercise=sum
    func sum() -> Int { 0 }
    ```

    ```swift id=stop trap
    fatalError()
    ```

    ```swift solution=sum id=answer
    func sum() -> Int { 2 }
    ```

    ```swift check=sum id=first
    expect(sum() == 2)
    ```

    ```swift id=sketch no-run
    later()
    ```

    ```swift check=sum id=second
    expect(sum() > 1)
    ```

    ```swift id=long slow
    sum()
    ```

    ```swift id=z
    a
    ```
    """)

  private func plan(
    _ source: String = source, until: String? = nil, isFast: Bool = false, judges: Bool = true
  ) throws -> RunPlan {
    RunPlan(
      try LessonParser.parse(path: "x.md", source: source), until: until, isFast: isFast,
      judgesStarters: judges)
  }

  private func names(_ plan: RunPlan) -> [String] {
    plan.items.map { item in
      switch item.kind {
      case .main: item.step.id
      case .compileError: "error \(item.step.id)"
      case .trap: "trap \(item.step.id)"
      case .attempt: "try \(item.step.id)"
      case .attemptCheck(let attempt): "try \(attempt): \(item.step.id)"
      case .figures(let step): "figures \(step)"
      case .check: "check \(item.step.id)"
      }
    }
  }

  @Test func exercisesRunAsAWholeWhereTheirLastFenceStands() throws {
    let plan = try plan()
    #expect(
      names(plan) == [
        "a", "error wrong", "trap stop", "try step-3", "try step-3: first",
        "try step-3: second", "answer",
        "check first", "check second", "long", "z",
      ])
    #expect(plan.skipped.keys.sorted() == ["sketch", "step-3"])
    #expect(plan.items.filter(\.entersState).map(\.step.id) == ["a", "answer", "long", "z"])
  }

  @Test func startersAreLeftOutWhenNobodyJudgesThem() throws {
    #expect(
      names(try plan(judges: false)) == [
        "a", "error wrong", "trap stop", "answer", "check first", "check second", "long", "z",
      ])
  }

  @Test func untilIsTheLastToRun() throws {
    let plan = try plan(until: "stop")
    #expect(names(plan) == ["a", "error wrong", "trap stop"])
    #expect(plan.skipped["z"] == "it stands after ‘stop’")
    #expect(plan.skipped["answer"] == "it stands after ‘stop’")
  }

  @Test func anExerciseCutInTheMiddleDoesNotRun() throws {
    let plan = try plan(until: "first")
    #expect(names(plan) == ["a", "error wrong", "trap stop"])
    #expect(plan.skipped["answer"] == "it stands after ‘first’")
    #expect(plan.skipped["first"] == "it stands after ‘first’")
  }

  @Test func fastLeavesOutTheSlowAndAllAfterIt() throws {
    let plan = try plan(isFast: true)
    #expect(names(plan).last == "check second")
    #expect(plan.skipped["long"] == "--fast leaves ‘long’ and all after it out")
    #expect(plan.skipped["z"] == "--fast leaves ‘long’ and all after it out")
  }

  @Test func keysDoNotDependOnProseOptionsOrOutputs() throws {
    let changed = Self.source.replacing("```swift id=a\n", with: "New prose.\n\n```swift id=a\n")
      .replacing("id=long slow", with: "id=long slow hidden timeout=3")
      .replacing("id=z\na\n```", with: "id=z\na\n```\n\n```output\n1\n```")
    #expect(try plan(changed).keys(base: "b") == plan().keys(base: "b"))
    #expect(try plan().keys(base: "c")[0] != plan().keys(base: "b")[0])
  }

  @Test(arguments: [
    ("let a = 1", Array(0...10)),
    ("let a: Int = \"\"", [1]),
    ("fatalError()", [2]),
    ("func sum() -> Int { 0 }", [3, 4, 5]),
    ("func sum() -> Int { 2 }", [6, 7, 8, 9, 10]),
    ("expect(sum() == 2)", [4, 7]),
    ("later()", []),
    ("sum()\n```\n\n```swift id=z", [9, 10]),
    ("id=z\na", [10]),
  ])
  func aChangeChangesTheKeysOfAllThatSeeIt(code: String, changed: [Int]) throws {
    let edited = Self.source.replacing(code, with: code.replacing("\n", with: " \n") + " ")
    let (before, after) = (try plan().keys(base: "b"), try plan(edited).keys(base: "b"))
    #expect(before.indices.filter { before[$0] != after[$0] } == changed)
    #expect(Set(before).count == before.count)
  }
}
