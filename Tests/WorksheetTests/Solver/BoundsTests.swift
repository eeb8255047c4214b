import Testing

@testable import Worksheet

/// Maximum, target value and bounds.
@Suite struct BoundsTests {
  private func sheet(_ goal: String, _ start: [Double] = [1, 1]) -> Sheet {
    var sheet = Sheet()
    for (index, number) in start.enumerated() { sheet["A\(index + 1)"] = .number(number) }
    sheet["C1"] = .text(goal)
    return sheet
  }

  /// Goal, bounds of A1 and A2, the place of the highest value, worked out by hand.
  @Test(
    arguments: [
      ("=5-(A1-3)^2-(A2+1)^2", -10...10, [3, -1]), ("=3*A1+2*A2", 0...10, [10, 10]),
      ("=A1-A2", -2...7, [7, -2]), ("=5-(A1-3)^2-(A2+1)^2", 0...2, [2, 0]),
      ("=A1*A2-A1^2-A2^2", 0.5...4, [0.5, 0.5]), ("=LN(A1)-A1/4-A2^2", 0.1...100, [4, 0.1]),
      ("=1000000*A1-A1^2+A2*0", 0...100_000, [100_000, 1]),
    ] as [(String, ClosedRange<Double>, [Double])])
  func maximizesWithinBounds(
    _ goal: String, bounds: ClosedRange<Double>, expected: [Double]
  ) throws {
    var sheet = sheet(goal)
    var solver = Solver(maximizing: "C1", changing: "A1:A2")
    solver.keep("A1:A2", in: bounds)
    let solution = try solver.solve(&sheet)
    for (index, number) in expected.enumerated() {
      let found = sheet.number("A\(index + 1)")
      #expect(abs(found - number) < 1e-4, "A\(index + 1) is \(found); \(solution)")
      #expect(bounds.contains(found))
    }
    #expect(zip(solution.errors, solution.errors.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(
    arguments: [
      ("=(A1-3)^2+(A2-3)^2", [2.0, 3]), ("=A1+(A2-1)^2", [-1, 1]), ("=-A1+(A2+9)^2", [2, -4]),
    ] as [(String, [Double])])
  func keepsOneSidedBounds(_ goal: String, expected: [Double]) throws {
    var sheet = sheet(goal, [50, 50])
    var solver = Solver(minimizing: "C1", changing: "A1:A2")
    solver.keep("A1", in: ...2)
    solver.keep("A1", in: (-1)...)
    solver.keep("A2", in: (-4)...)
    _ = try solver.solve(&sheet)
    for (index, number) in expected.enumerated() {
      #expect(abs(sheet.number("A\(index + 1)") - number) < 1e-4)
    }
  }

  @Test func saysWhenBoundsHoldEveryCell() throws {
    var sheet = sheet("=A1+A2")
    var lowest = Solver(minimizing: "C1", changing: "A1:A2")
    lowest.keep("A1:A2", in: 0...)
    #expect(try lowest.solve(&sheet).reason == .atBounds)
    #expect(sheet.number("C1") == 0)
    var highest = Solver(maximizing: "C1", changing: "A1:A2")
    highest.keep("A1:A2", in: ...5)
    #expect(try highest.solve(&sheet).reason == .atBounds)
    #expect(sheet.number("C1") == 10)
  }

  /// Goal, start, target.
  @Test(
    arguments: [
      ("=A1^2", 1, 4), ("=A1^2", 0, 4), ("=A1^3-A1", 2, 0), ("=EXP(A1)", 0, 1000),
      ("=3*A1+7", 0, -20), ("=1000000*A1", 5, 3), ("=A1/1000000", 5, 3), ("=1/A1", 1, 0.001),
      ("=1/A1", 0.1, 1e6), ("=SQRT(A1)", 1, 12), ("=100*(1+A1)^10", 0.01, 200),
      ("=SIN(A1)", 0.2, 0.9), ("=A1+A2", 0, 10), ("=A1*A2", 3, 12), ("=A1^2", 2, 4),
      ("=ATAN(A1)", 10, 0.1),
    ] as [(String, Double, Double)])
  func setsTheGoalToAValue(_ goal: String, start: Double, target: Double) throws {
    var sheet = sheet(goal, [start, 1])
    let solution = try Solver(setting: "C1", to: target, changing: "A1:A2").solve(&sheet)
    #expect(solution.reason == .reached, "\(solution)")
    let found = sheet.number("C1")
    #expect(abs(found - target) < 1e-8 * max(abs(target), 1e-3), "\(found)")
  }

  @Test(
    arguments: [("=A1^2+1", 0.0), ("=EXP(A1)", -1), ("=SIN(A1)", 2)] as [(String, Double)])
  func saysWhenAValueIsOutOfReach(_ goal: String, target: Double) throws {
    var sheet = sheet(goal)
    let solution = try Solver(setting: "C1", to: target, changing: "A1").solve(&sheet)
    #expect(solution.reason != .reached)
    #expect(sheet.number("A1").isFinite)
    #expect(solution.final == sheet.number("C1"))
  }

  @Test func setsAValueWithinBounds() throws {
    var sheet = sheet("=A1+A2", [0, 0])
    var solver = Solver(setting: "C1", to: 10, changing: "A1:A2")
    solver.keep("A1", in: 0...2)
    #expect(try solver.solve(&sheet).reason == .reached)
    #expect(sheet.number("A1") <= 2)
    #expect(abs(sheet.number("C1") - 10) < 1e-9)
    solver.keep("A2", in: 0...3)
    var other = self.sheet("=A1+A2", [0, 0])
    #expect(try solver.solve(&other).reason == .outOfReach)
    #expect(other.number("C1") == 5)
  }

  @Test func refusesBoundsOfOtherCells() {
    var sheet = sheet("=A1+A2")
    var solver = Solver(minimizing: "C1", changing: "A1")
    solver.keep("A1:A2", in: 0...1)
    let error = #expect(throws: WorksheetError.self) { try solver.solve(&sheet) }
    #expect(error?.description.hasPrefix("A2 has bounds but is none of the cells") == true)
  }

  @Test func stopsAtBoundsThatContradict() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var solver = Solver(minimizing: "C1", changing: "A1:A2")
      solver.keep("A1:A2", in: 0...1)
      solver.keep("A2", in: 2...)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("A2 cannot be from 2.0 to inf: A1:A2 is kept from 0.0 to 1.0"))
    #expect(message.contains("BoundsTests.swift"))
  }

  @Test func stopsAtATargetThatIsNoNumber() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Solver(setting: "C1", to: .nan, changing: "A1")
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("the Solver cannot set C1 to nan"))
  }
}
