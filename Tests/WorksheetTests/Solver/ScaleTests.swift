import Testing

@testable import Worksheet

/// Goals and cells of very different sizes.
@Suite struct ScaleTests {
  /// Goal, start, and where A1 and A2 should end.
  @Test(
    arguments: [
      ("=0.00000001*(A1-1)^2", 0, [1.0]), ("=1E-20*(A1-1)^2", 5, [1]), ("=1E-290*(A1-1)^2", 0, [1]),
      ("=1E8*(A1-1)^2", 0, [1]),
      ("=1E20*(A1-1)^2", 0, [1]), ("=1000000+(A1-3)^2", 0, [3]), ("=5+0.0000001*(A1-3)^2", 0, [3]),
      ("=-7+0.001*(A1-3)^2", 0, [3]), ("=1000000+0.001*(A1-3)^2", 0, [3]),
      ("=(A1/1000000-1)^2", 0, [1e6]),
      ("=(A1*1000000-1)^2", 0, [1e-6]), ("=(A1-1E9)^2", 0, [1e9]), ("=1E-8*(A1-1)^2-3", 10, [1]),
      ("=(A1/1000000-1)^2+(A2-1)^2", 0, [1e6, 1]),
      ("=(A1-1000000)^2+(A2-0.001)^2", 0, [1e6, 0.001]),
      ("=(A1/1000000-1)^2+(A2*1000-1)^2+5", 0, [1e6, 1e-3]),
      ("=(A1+1000*A2-3)^2+(A1-1)^2", 0, [1, 0.002]), ("=(A1-3)^4", 0, [3]), ("=ABS(A1-3)", 0, [3]),
      ("=SQRT((A1-3)^2+(A2-4)^2)", 0, [3, 4]), ("=EXP(A1)-2*A1", 0, [0.693147]),
    ] as [(String, Double, [Double])])
  func findsTheLowestValue(_ goal: String, start: Double, expected: [Double]) throws {
    var sheet = Sheet()
    sheet["A1:A2"] = [[.number(start)], [0]]
    sheet["C1"] = .text(goal)
    let solution = try Solver(minimizing: "C1", changing: "A1:A2").solve(&sheet)
    for (index, number) in expected.enumerated() {
      let found = sheet.number("A\(index + 1)")
      let error = abs(found - number) / abs(number)
      #expect(
        error < (goal.hasSuffix("^4") ? 0.03 : 1e-3), "A\(index + 1) is \(found): \(solution)")
    }
  }

  /// A line through points far from 0, where slope and height pull on each other. The figures are
  /// the closed form of least squares.
  @Test func fitsALineThroughYears() throws {
    var sheet = Sheet()
    sheet["A1:B5"] = [[2000, 11], [2005, 19], [2010, 31], [2015, 39], [2020, 50]]
    sheet["C1:C5"] = "=$E$1*A1+$E$2"
    sheet["E3"] = "=SUMXMY2(B1:B5,C1:C5)"
    sheet["F1:F2"] = [["=SLOPE(B1:B5,A1:A5)"], ["=INTERCEPT(B1:B5,A1:A5)"]]
    _ = try Solver(minimizing: "E3", changing: "E1:E2").solve(&sheet)
    #expect(abs(sheet.number("E1") - sheet.number("F1")) < 1e-4)
    #expect(abs(sheet.number("E2") / sheet.number("F2") - 1) < 1e-4)
  }

  @Test(
    arguments: [
      "=A1", "=-A1", "=0-A1^2", "=A1^3", "=A1-A2^2", "=1E-30*A1", "=-EXP(A1)", "=LN(A1)",
      "=1/(A1-2)", "=-SQRT(A1)", "=A1*A2", "=-LN(A1)", "=LN(A1-0.5)",
    ])
  func saysThatThereIsNoLowestValue(_ goal: String) throws {
    var sheet = Sheet()
    sheet["A1:A2"] = [[1], [3]]
    sheet["C1"] = .text(goal)
    let error = #expect(throws: WorksheetError.self) {
      try Solver(minimizing: "C1", changing: "A1:A2").solve(&sheet)
    }
    #expect(error?.description.hasPrefix("C1 has no lowest value: it fell to ") == true, "\(goal)")
    #expect(sheet["A1"] == 1 && sheet["A2"] == 3)
    #expect(sheet.formula("C1") == goal)
  }

  @Test func saysThatThereIsNoHighestValue() throws {
    var sheet = Sheet()
    sheet["A1:B1"] = [[1, "=A1^2"]]
    let error = #expect(throws: WorksheetError.self) {
      try Solver(maximizing: "B1", changing: "A1").solve(&sheet)
    }
    #expect(error?.description.hasPrefix("B1 has no highest value: it rose to ") == true)
  }

  /// A lower limit that is only approached is no reason to refuse.
  @Test(arguments: ["=EXP(-A1)", "=1/A1", "=1/(1+A1^2)", "=SQRT(A1)", "=A1^0.1"])
  func acceptsLimitsThatAreApproached(_ goal: String) throws {
    var sheet = Sheet()
    sheet["A1:C1"] = [[1, nil, .text(goal)]]
    let solution = try Solver(minimizing: "C1", changing: "A1").solve(&sheet)
    #expect(solution.final < 0.01, "\(solution)")
    #expect(sheet.number("A1").isFinite)
  }
}
