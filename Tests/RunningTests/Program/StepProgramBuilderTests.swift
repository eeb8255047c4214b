import Lessons
import Testing

@testable import Running

struct StepProgramBuilderTests {
  @Test func firstStepIsTheAuthorsCodeAtItsLine() throws {
    let program = try programs("let x = 1")[0]
    #expect(
      program.source == """
        import Display
        #sourceLocation(file: "Lessons/x.md#one", line: 1)
        let x = 1
        #sourceLocation()

        """)
    #expect(program.moduleName == "step_one")
    #expect(program.imports == [])
    #expect(program.declares == [Declaration(kind: .constant, name: "x")])
  }

  @Test func newestOwnerOfANameIsImportedByName() throws {
    let program = try programs(
      "struct Model {}; let x = 1; func f() {}", "struct Model {}; func f() {}", "x")[2]
    #expect(program.imports == ["step_one", "step_two"])
    #expect(
      program.prelude == [
        "import Display", "@testable import step_one", "@testable import step_two",
        "@testable import struct step_two.`Model`", "@testable import func step_two.`f`",
        "@testable import let step_one.`x`",
      ])
  }

  @Test(arguments: [
    ("func f(_ x: Int) {}", "func f(_ x: Int) {}", ["func step_two.`f`"]),
    (
      "func f(_ x: Int) {}", "func f(_ x: Bool) {}",
      ["func step_one.`f`", "func step_two.`f`"]
    ),
    ("func f(_ x: Int) {}", "let f = 1", ["let step_two.`f`"]),
    ("func f(_ x: Int) {}", "let y = 1", ["let step_two.`y`"]),
    ("private let y = 1; fileprivate func g() {}", "", []),
    ("infix operator +-; func +- (a: Int, b: Int) -> Int { a }", "extension Int {}", []),
    (
      "actor A {}; enum B {}; protocol C {}; typealias D = Int", "",
      [
        "class step_one.`A`", "enum step_one.`B`", "protocol step_one.`C`",
        "typealias step_one.`D`",
      ]
    ),
    (
      "var (a, (_, b)) = (1, (2, 3)), c = 4", "",
      ["var step_one.`a`", "var step_one.`b`", "var step_one.`c`"]
    ),
    ("let `default` = 1", "", ["let step_one.`default`"]),
    ("if true { let inner = 1 }", "", []),
  ])
  func scopedImports(first: String, second: String, expected: [String]) throws {
    let prelude = try programs(first, second, "")[2].prelude
    let scoped = prelude.filter { $0.contains(".`") }
    #expect(scoped == expected.map { "@testable import " + $0 })
  }

  @Test func conditionalNamesStayConditional() throws {
    let program = try programs(
      "let place = 1",
      """
      #if os(Linux)
      let place = 2
      #elseif os(macOS)
      let place = 3
      #endif
      """, "")[2]
    #expect(
      Array(program.prelude.suffix(7)) == [
        "#if !(os(Linux)) && (os(macOS))", "@testable import let step_two.`place`",
        "#elseif (os(Linux))", "@testable import let step_two.`place`",
        "#else", "@testable import let step_one.`place`", "#endif",
      ])
  }

  @Test func importLinesAreCarriedOnOnce() throws {
    let all = try programs(
      """
      import Foundation
      @preconcurrency import struct Dispatch.DispatchTime
      #if canImport(Glibc)
      import Glibc
      #endif
      """, "import Foundation", "1")
    #expect(
      Array(all[2].prelude.dropFirst().prefix(5)) == [
        "import Foundation", "@preconcurrency import struct Dispatch.DispatchTime",
        "#if (canImport(Glibc))", "import Glibc", "#endif",
      ])
    #expect(all[1].importedModules == ["Dispatch", "Foundation", "Glibc"])
  }

  @Test(arguments: [Step.Role.compileError, .trap])
  func stepsThatMustFailLeaveNoTrace(role: Step.Role) throws {
    var builder = StepProgramBuilder(lessonPath: "x.md", preludeModules: [])
    _ = try builder.add(step("a", "import Foundation\nlet x = 1", role: role))
    #expect(try builder.add(step("b", "")).prelude == [])
    _ = try builder.add(step("c", "let x = 1"), isolated: true)
    #expect(try builder.add(step("d", "")).imports == ["step_b"])
  }

  @Test func copiesBranch() throws {
    var builder = StepProgramBuilder(lessonPath: "x.md", preludeModules: [])
    _ = try builder.add(step("a", "let x = 1"))
    var starter = builder
    _ = try starter.add(step("starter", "let y = 1"))
    #expect(try starter.add(step("check", "")).imports == ["step_a", "step_starter"])
    #expect(try builder.add(step("solution", "")).imports == ["step_a"])
  }

  @Test func moduleNamesAreUniqueIdentifiers() throws {
    var builder = StepProgramBuilder(lessonPath: "x.md", preludeModules: [])
    let names = try ["best-match", "best_match", "step-3", "größe"].map {
      try builder.add(step($0, "")).moduleName
    }
    #expect(names == ["step_best_match", "step_best_match_2", "step_3", "step_gr__e"])
  }

  @Test func codeThatDoesNotParseIsLeftToTheCompiler() throws {
    let code = "let x = \nfunc (\nawait f()"
    let program = try programs(code)[0]
    #expect(program.body == code + "\n" || program.body == code)
    #expect(program.declares == [])
  }

  @Test func pathsAreQuoted() throws {
    var builder = StepProgramBuilder(lessonPath: #"a"\b.md"#, preludeModules: [])
    let source = try builder.add(step("a", "")).source
    #expect(source.hasPrefix(#"#sourceLocation(file: "a\"\\b.md#a", line: 1)"#))
  }

  @Test(arguments: [
    (10, 3, 3), (11, 1, 1), (11, 17, 1), (11, 18, 2), (11, 26, 10), (12, 4, 4),
  ])
  func columnsAreThoseOfTheLesson(line: Int, column: Int, original: Int) throws {
    let program = try programs("let a = 1\na + missing\n  .x")[0]
    #expect(program.body.hasPrefix("let a = 1\nDisplay.display(a + missing\n  .x)"))
    #expect(
      program.originalPosition(line: line, column: column)
        == SourcePosition(line: line, column: original))
  }

  @Test func columnsShiftByAllInsertionsBefore() throws {
    let program = try programs("let a = 1", "let a = a + a + 1")[1]
    #expect(program.body == "let a = step_one.a + step_one.a + 1")
    let columns = [9, 17, 18, 30, 31, 32].map {
      program.originalPosition(line: 10, column: $0).column
    }
    #expect(columns == [9, 9, 9, 13, 13, 14])
  }

  @Test func deepAndLongCodeIsNoDanger() throws {
    let chain = "let a = 1\nlet b = [1]" + String(repeating: ".map { $0 }", count: 300)
    _ = try programs("let a = 0", chain + "\nexpect(b == b)")
    _ = try programs(String(repeating: "(", count: 5000) + String(repeating: ")", count: 5000))
    let sum = "let total = 1" + String(repeating: " + 1", count: 3000)
    _ = try programs("let total = 0", sum + "\ntotal")
  }
}
