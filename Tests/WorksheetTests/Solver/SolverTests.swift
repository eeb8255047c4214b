import Testing

@testable import Worksheet

@Suite struct SolverTests {
  @Test(arguments: [0, 0.5, 0.9])
  func findsTheBottomOfABowl(_ momentum: Double) throws {
    var sheet = Sheet()
    sheet["A1:B1"] = [[10, -7]]
    sheet["C1"] = "=(A1-3)^2+10*(B1+2)^2+5"
    var solver = Solver(minimizing: "C1", changing: "A1:B1")
    solver.momentum = momentum
    solver.tolerance = 1e-12
    let solution = try solver.solve(&sheet)
    #expect(abs(sheet.number("A1") - 3) < 1e-3)
    #expect(abs(sheet.number("B1") + 2) < 1e-3)
    #expect(solution.final == sheet.number("C1"))
    #expect(
      solution.errors.indices.dropFirst().allSatisfy {
        solution.errors[$0] < solution.errors[$0 - 1]
      })
  }

  /// Against the closed form of a least-squares line.
  @Test func fitsALine() throws {
    var sheet = Sheet()
    sheet["A1:B5"] = [[1, 2.1], [2, 3.9], [3, 6.2], [4, 7.8], [5, 10.1]]
    sheet["C1:C5"] = "=$E$1*A1+$E$2"
    sheet["E3"] = "=SUMXMY2(B1:B5,C1:C5)"
    var solver = Solver(minimizing: "E3", changing: "E1:E2")
    solver.tolerance = 1e-12
    _ = try solver.solve(&sheet)
    #expect(abs(sheet.number("E1") - 1.99) < 1e-4)
    #expect(abs(sheet.number("E2") - 0.05) < 1e-4)
  }

  /// Rosenbrock's valley: far along a bent floor, to (1, 1).
  @Test func followsACurvedValley() throws {
    var sheet = Sheet()
    sheet["A1:B1"] = [[-1.2, 1]]
    sheet["C1"] = "=(1-A1)^2+100*(B1-A1^2)^2"
    var solver = Solver(minimizing: "C1", changing: "A1", "B1")
    solver.tolerance = 1e-9
    _ = try solver.solve(&sheet)
    #expect(sheet.number("C1") < 1e-6)
  }

  /// The root stands at the edge of where the goal is a number.
  @Test func stepsBackFromErrors() throws {
    var sheet = Sheet()
    sheet["A1"] = 4
    sheet["B1"] = "=SQRT(A1)+1/A1"
    var solver = Solver(minimizing: "B1", changing: "A1")
    solver.firstStep = 1_000
    solver.tolerance = 1e-12
    _ = try solver.solve(&sheet)
    #expect(abs(sheet.number("A1") - 1.5874) < 1e-3)
  }

  @Test(
    arguments: [
      ("=ABS(A1-2)", 2.0), ("=MAX(A1,4-A1)", 2), ("=IF(A1>1,(A1-3)^2,(A1-3)^2+A1)", 3),
      ("=((A1&\"\")-3)^2+(A1-3)^2", 3),
    ] as [(String, Double)])
  func copesWithKinksAndDecisions(_ formula: String, expected: Double) throws {
    var sheet = Sheet()
    sheet["A1"] = -1.3
    sheet["B1"] = .text(formula)
    var solver = Solver(minimizing: "B1", changing: "A1")
    solver.tolerance = 1e-12
    _ = try solver.solve(&sheet)
    #expect(abs(sheet.number("A1") - expected) < 1e-2)
  }

  @Test(
    arguments: [
      ("=A1^2", Solution.StopReason.flat, 0.0), ("=5+(A1-1)^4", .settled, 2),
      ("=-A1", .stepLimit, 2), ("=A1^0.5", .noSlope, 0), ("=7+0*A1", .flat, 1),
    ] as [(String, Solution.StopReason, Double)])
  func saysWhyItStopped(_ formula: String, reason: Solution.StopReason, start: Double) throws {
    var sheet = Sheet()
    sheet["A1"] = .number(start)
    sheet["B1"] = .text(formula)
    var solver = Solver(minimizing: "B1", changing: "A1")
    solver.maximumSteps = 300
    #expect(try solver.solve(&sheet).reason == reason)
  }

  @Test(
    arguments: [
      ("=C1+1", "B1 does not depend on A1"), ("=\"x\"&A1", "B1 holds “x1”"),
      ("=LN(A1-1)", "B1 holds #NUM!"), ("5", "B1 does not depend on A1"),
      ("=ROUND(A1,0)^2", "through ROUND it moves in steps"),
      ("=INT(A1)+SIGN(A1)", "through INT, SIGN it moves in steps"),
      ("=RANK(A1,A1:A2)", "through RANK it moves in steps"),
      ("=COUNTIF(A1:A2,\">0\")", "through COUNTIF it moves in steps"),
      ("=MATCH(A1,A1:A2,0)", "through MATCH it moves in steps"),
      ("=LEN(A1)", "through LEN it moves in steps"),
      ("=IF(A1>0,5,7)", "only comparisons look at it"),
    ] as [(String, String)])
  func refusesGoalsItCannotLower(_ formula: String, words: String) {
    var sheet = Sheet()
    sheet["A1"] = 1
    sheet["B1"] = Double(formula).map { .number($0) } ?? .text(formula)
    let error = #expect(throws: WorksheetError.self) {
      try Solver(minimizing: "B1", changing: "A1").solve(&sheet)
    }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    #expect(sheet["A1"] == 1)
  }

  /// The goal, the cells to change, words of the message.
  @Test(
    arguments: [
      ("C1", "A1:C1", "C1 is the goal and also one of the cells to change"),
      ("A1", "A1", "A1 is the goal and also"), ("A1", "B1", "A1 does not depend on B1"),
      ("C1", "A1:B2", "B2 is to be changed but holds the formula =A1*2"),
      ("C1", "D1", "D1 holds #NUM!; a number is needed"),
    ] as [(String, String, String)])
  func refusesCellsThatItMustNotChange(_ goal: String, changing: String, words: String) {
    var sheet = Sheet()
    sheet["A1:D1"] = [[3, 4, "=A1^2+B1^2+D1*0", .number(.nan)]]
    if goal == "C1", changing != "D1" { sheet["D1"] = 1 }
    sheet["B2"] = "=A1*2"
    let before = sheet.values("A1:D2")
    let error = #expect(throws: WorksheetError.self) {
      try Solver(minimizing: goal, changing: changing).solve(&sheet)
    }
    #expect(error?.description.hasPrefix(words) == true, "\(String(describing: error))")
    #expect(sheet.values("A1:D2") == before)
    #expect(sheet.formula("B2") == "=A1*2")
  }

  @Test(
    arguments: [
      ("momentum", \Solver.momentum, 1), ("momentum", \.momentum, .nan),
      ("momentum", \.momentum, -0.1), ("firstStep", \.firstStep, 0),
      ("firstStep", \.firstStep, .infinity), ("tolerance", \.tolerance, -1),
      ("tolerance", \.tolerance, .nan),
    ] as [(String, WritableKeyPath<Solver, Double> & Sendable, Double)])
  func refusesSettings(
    _ name: String, setting: WritableKeyPath<Solver, Double> & Sendable, value: Double
  ) {
    var sheet = Sheet()
    sheet["A1:B1"] = [[1, "=A1^2"]]
    var solver = Solver(minimizing: "B1", changing: "A1")
    solver[keyPath: setting] = value
    let error = #expect(throws: WorksheetError.self) { try solver.solve(&sheet) }
    #expect(error?.description.hasPrefix("the Solver's \(name) is ") == true)
  }

  /// What moves in steps counts as constant, and is named.
  @Test func namesFunctionsThatMoveInSteps() throws {
    var sheet = Sheet()
    sheet["A1:B1"] = [[2.2, "=(A1-5)^2+ROUND(A1,0)"]]
    let solution = try Solver(minimizing: "B1", changing: "A1").solve(&sheet)
    #expect(solution.steppedFunctions == ["ROUND"])
    #expect(solution.description.hasSuffix("; ROUND counted as constant"))
    sheet["B1"] = "=(A1-5)^2"
    #expect(try Solver(minimizing: "B1", changing: "A1").solve(&sheet).steppedFunctions == [])
  }

  /// A lower plateau behind a decision is taken.
  @Test func goesOverToAnotherBranch() throws {
    var sheet = Sheet()
    sheet["A1:B1"] = [[0, "=IF(A1<3,10-A1,2)"]]
    let solution = try Solver(minimizing: "B1", changing: "A1").solve(&sheet)
    #expect(solution.final == 2 && solution.reason == .flat)
  }

  @Test func seesChangesThatAreNotCalculatedYet() throws {
    var sheet = Sheet()
    sheet["A1:C1"] = [[1, 2, "=(A1-B1)^2"]]
    try sheet.change { sheet in
      sheet["B1"] = 7
      _ = try Solver(minimizing: "C1", changing: "A1").solve(&sheet)
    }
    #expect(abs(sheet.number("A1") - 7) < 1e-3)
  }

  @Test func showsLargeGoalsInFull() throws {
    var sheet = Sheet()
    sheet["A1:B1"] = [[0, "=123456+(A1-1)^2"]]
    let solution = try Solver(minimizing: "B1", changing: "A1").solve(&sheet)
    #expect(solution.description.hasPrefix("B1 went from 123457 to 123456 in"))
  }

  @Test func formulasInChangingCellsBecomeNumbers() throws {
    var sheet = Sheet()
    sheet["A1:A2"] = "=RAND()"
    sheet["B1"] = "=(A1-3)^2+(A2-4)^2"
    _ = try Solver(minimizing: "B1", changing: "A1:A3").solve(&sheet)
    #expect(sheet.formula("A1") == nil)
    #expect(sheet["A3"] == 0)
    let before = sheet["B1"]
    sheet.recalculate()
    #expect(sheet["B1"] == before)
  }

  @Test func refusesATextAmongTheChangingCells() {
    var sheet = Sheet()
    sheet["A1"] = "factor"
    sheet["B1"] = "=A2^2"
    let error = #expect(throws: WorksheetError.self) {
      try Solver(minimizing: "B1", changing: "A1:A2").solve(&sheet)
    }
    #expect(error?.description == "A1 holds “factor”; a number is needed")
  }
}
