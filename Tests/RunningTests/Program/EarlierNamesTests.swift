import Testing

@testable import Running

/// `x` and `y` are an earlier step's; `@` stands for its module.
struct EarlierNamesTests {
  static let earlier = """
    let x = [1]; var y = 2; func f() {}
    class Base {}; typealias Row = [Int]
    """

  @Test(arguments: [
    ("let x = x.filter { $0 > 1 }", "let x = @x.filter { $0 > 1 }"),
    ("let x = x.map { $0 + x.count }", "let x = @x.map { $0 + @x.count }"),
    ("print(x)\nlet x = 1\nprint(x)", "print(@x)\nlet x = 1\nprint(x)"),
    ("let (x, y) = (y, x)", "let (x, y) = (@y, @x)"),
    ("let x = 1, y = x", "let x = 1, y = x"),
    ("let x: [Int] = x", "let x: [Int] = @x"),
    ("let x = \"\\(x)\"", "let x = \"\\(@x)\""),
    ("let `x` = `x` + [2]", "let `x` = @`x` + [2]"),
    ("x = 3; let x = 1", "@x = 3; let x = 1"),
    ("let f = f", "let f = @f"),
    ("let x = { [x] in x }()", "let x = { [x = @x] in x }()"),
    ("let x = { [z = x] in z }()", "let x = { [z = @x] in z }()"),
    (
      "if let x { print(x) } else { print(x) }\nlet x = 1",
      "if let x = @x { print(x) } else { print(@x) }\nlet x = 1"
    ),
    (
      "while let x = x.first { print(x) }\nlet x = 1",
      "while let x = @x.first { print(x) }\nlet x = 1"
    ),
    (
      "for x in x where x > 0 { print(x) }\nlet x = 1",
      "for x in @x where x > 0 { print(x) }\nlet x = 1"
    ),
    (
      "switch x { case .some(let x): print(x)\ndefault: print(x) }\nlet x = 1",
      "switch @x { case .some(let x): print(x)\ndefault: print(@x) }\nlet x = 1"
    ),
    ("do { let x = x; print(x) }\nlet x = x", "do { let x = @x; print(x) }\nlet x = @x"),
    ("do { func x() {}; x() }\nlet x = x", "do { func x() {}; x() }\nlet x = @x"),
    ("let x = z.map { x in x + 1 }", "let x = z.map { x in x + 1 }"),
    ("let x = z.map { (x: Int) in x }", "let x = z.map { (x: Int) in x }"),
    ("let x = z.map { (_ x: Int, b) -> Int in x }", "let x = z.map { (_ x: Int, b) -> Int in x }"),
    ("let x = a.x + a.x(x: 1) + .x", "let x = a.x + a.x(x: 1) + .x"),
    ("let x = g(x: x, \\.x, \\A.x)", "let x = g(x: @x, \\.x, \\A.x)"),
    ("let x = [x: y, 1: x]", "let x = [@x: y, 1: @x]"),
    ("func g() { x }\nlet x = 1", "func g() { x }\nlet x = 1"),
    ("struct S { var a = x }\nlet x = 1", "struct S { var a = x }\nlet x = 1"),
    ("var x: Int { x + 1 }", "var x: Int { x + 1 }"),
    ("var x = x { didSet { print(x) } }", "var x = @x { didSet { print(x) } }"),
    (
      "do { struct S { var x = 1; func a() { x } } }\nlet x = 1",
      "do { struct S { var x = 1; func a() { x } } }\nlet x = 1"
    ),
    (
      "do { try g(x) } catch let x { print(x) }\nlet x = 1",
      "do { try g(@x) } catch let x { print(x) }\nlet x = 1"
    ),
    (
      "do { guard let x = x.first else { throw x }; print(x) }\nlet x = 1",
      "do { guard let x = @x.first else { throw @x }; print(x) }\nlet x = 1"
    ),
    ("#if os(Linux)\nlet x = x\n#endif", "#if os(Linux)\nlet x = @x\n#endif"),
    ("func f() { f() }", "func f() { f() }"),
    ("class Base: Base {}", "class Base: @Base {}"),
    ("typealias Row = [Row]", "typealias Row = [@Row]"),
    ("let z = x", "let z = x"),
    ("let new = new", "let new = new"),
  ])
  func meansTheEarlierOne(code: String, body: String) throws {
    let wanted = body.split(separator: "@", omittingEmptySubsequences: false)
      .joined(separator: "step_one.")
    #expect(try programs(Self.earlier, code)[1].body == wanted)
  }
}
