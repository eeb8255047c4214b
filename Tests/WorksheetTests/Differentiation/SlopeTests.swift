import Testing

@testable import Worksheet

/// The slopes that the Solver finds, against finite differences.
@Suite struct SlopeTests {
  /// Formulas of A1 to A3, which are 0.7, 1.9 and −1.2 (and B1 to B3, constants).
  static let formulas = [
    "=A1+A2", "=A1-A2", "=A1*A2*A3", "=A1/A2", "=A3/A1", "=-A1", "=A2%", "=A3^2", "=A3^3", "=A2^-2",
    "=A1^A2", "=2^A3", "=A1^2.5", "=A1^1+A2^0", "=SQRT(A1)", "=EXP(A3)", "=LN(A2)",
    "=ABS(A3)+ABS(A1)",
    "=MIN(A1:A3)", "=MAX(A1,A2,A3)", "=SUM(A1:A3)", "=SUM(A1:A3,A1,5)", "=AVERAGE(A1:A3)",
    "=COUNT(A1:A3)*A1", "=SUMPRODUCT(A1:A3,B1:B3)", "=SUMPRODUCT(A1:A3,A1:A3)",
    "=SUMXMY2(A1:A3,B1:B3)", "=SUMXMY2(B1:B3,A1:A3)", "=MMULT(TRANSPOSE(A1:A3),B1:B3)",
    "=SUM(MMULT(A1:A3,TRANSPOSE(A1:A3)))", "=SUM((A1:A3-B1:B3)^2)", "=IF(A1>A3,A1*A2,A3)",
    "=IF(A1<A3,A1*A2,A3^2)", "=IF(ISBLANK(B9),A1,A2)", "=(A1>0)*A2", "=IF(A1,A2,A3)",
    "=SQRT(SUMXMY2(A1:A3,B1:B3)/COUNT(B1:B3))", "=LN(EXP(A1)+EXP(A2)+EXP(A3))",
    "=1/(1+EXP(-(A1*A2+A3)))", "=IF(FALSE,1/0,A1)+IF(TRUE,A2,SQRT(A3))", "=IF(MAX(A1,0),A2,A3)",
    "=INT(A2)*A1",
  ]

  @Test(arguments: formulas)
  func agreeWithFiniteDifferences(_ formula: String) throws {
    let at = [0.7, 1.9, -1.2]
    func goal(_ numbers: [Double]) -> Double {
      var sheet = Sheet()
      sheet["A1:A3"] = numbers.map { [.number($0)] }
      sheet["B1:B3"] = [[0.3], [2.5], [-0.4]]
      sheet["C1"] = .text(formula)
      return sheet.number("C1")
    }
    var sheet = Sheet()
    sheet["A1:A3"] = at.map { [.number($0)] }
    sheet["B1:B3"] = [[0.3], [2.5], [-0.4]]
    sheet["C1"] = .text(formula)
    let landscape = try Landscape(
      sheet: sheet, goal: #require(CellAddress("C1")), changing: [CellRange("A1:A3")])
    #expect(landscape.value == goal(at))
    for (index, slope) in landscape.slopes.enumerated() {
      var (above, below) = (at, at)
      above[index] += 1e-5
      below[index] -= 1e-5
      let difference = (goal(above) - goal(below)) / 2e-5
      #expect(abs(slope - difference) < 1e-8 * max(1, abs(difference)), "\(formula), cell \(index)")
    }
  }

  /// Running the tape again gives what calculating the sheet gives, to the bit.
  @Test(arguments: formulas)
  func theTapeCalculatesLikeTheSheet(_ formula: String) throws {
    var sheet = Sheet()
    sheet["A1:A3"] = [[0.7], [1.9], [-1.2]]
    sheet["B1:B3"] = [[0.3], [2.5], [-0.4]]
    sheet["C1"] = .text(formula)
    var landscape = try Landscape(
      sheet: sheet, goal: #require(CellAddress("C1")), changing: [CellRange("A1:A3")])
    for numbers in [[0.5, 0.2, 0.9], [1.5, 1.5, 1.5], [0.1, -3, 2], [-0.4, 2, 1]] {
      try sheet.setNumbers(numbers, at: landscape.cells)
      #expect(landscape.move(to: numbers) == sheet["C1"].number, "\(formula) at \(numbers)")
    }
  }
}
