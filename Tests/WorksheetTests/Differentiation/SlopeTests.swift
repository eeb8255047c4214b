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
    "=SUMSQ(A1:A3)", "=PRODUCT(A1:A3)", "=POWER(A1,A2)", "=POWER(A3,3)", "=MOD(A2,A1)",
    "=MOD(A3,0.5)",
    "=LOG(A1)", "=LOG(A2,A1+1)", "=LOG10(A2)", "=SIN(A1)", "=COS(A3)", "=TAN(A1)", "=ASIN(A1)",
    "=ACOS(A1)", "=ATAN(A3)", "=TANH(A2)", "=STANDARDIZE(A1,A2,A3)", "=VAR(A1:A3)", "=VARP(A1:A3)",
    "=STDEV(A1:A3)", "=STDEV.P(A1:A3,B1)", "=DEVSQ(A1:A3)", "=AVEDEV(A1:A3)", "=GEOMEAN(A1:A2)",
    "=HARMEAN(A1:A2,3)", "=CORREL(A1:A3,B1:B3)", "=PEARSON(B1:B3,A1:A3)", "=RSQ(A1:A3,B1:B3)",
    "=COVAR(A1:A3,B1:B3)", "=COVARIANCE.S(A1:A3,B1:B3)", "=SLOPE(A1:A3,B1:B3)",
    "=SLOPE(B1:B3,A1:A3)", "=INTERCEPT(A1:A3,B1:B3)", "=FORECAST(A1,B1:B3,A1:A3)",
    "=SUMX2MY2(A1:A3,B1:B3)", "=SUMX2PY2(A1:A3,B1:B3)", "=MEDIAN(A1:A3)", "=MEDIAN(A1:A3,B1)",
    "=LARGE(A1:A3,2)", "=SMALL(A1:A3,1)", "=PERCENTILE(A1:A3,0.3)", "=QUARTILE(A1:A3,3)",
    "=PERCENTILE(B1:B3,A1)", "=SUMIF(A1:A3,\">0\")", "=SUMIF(B1:B3,\">0\",A1:A3)",
    "=AVERAGEIF(A1:A3,\"<1\")", "=SUMIFS(A1:A3,B1:B3,\">0\",A1:A3,\">1\")",
    "=MAXIFS(A1:A3,B1:B3,\"<1\")",
    "=COUNTIF(A1:A3,\">0\")*A1", "=INDEX(A1:A3,2)*A1", "=INDEX(A1:A3,MATCH(2.5,B1:B3,0))",
    "=VLOOKUP(0.3,B1:B3,1,FALSE)*A1", "=SUM(CHOOSE(2,B1:B3,A1:A3))", "=IFERROR(A1*A2,A3)",
    "=IFERROR(SQRT(A3),A1^2)", "=IF(AND(A1>0,A3<0),A1*A2,A3)", "=IF(OR(A1<0,A2<0),A1,A2*A3)",
    "=IF(NOT(A1>1),A1^3,A3)", "=IF(ISNUMBER(A1),A1*A3,1)", "=IF(ISERROR(LN(A3)),A2^2,A1)",
    "=ROUND(A1,0)*A2+A3", "=A1+RANK(A1,A1:A3)*A2", "=SIGN(A3)*A3", "=SUM(A:A)*A1", "=SUMSQ(2:3)",
    "=A1-0.7+A2", "=(A1-0.7)*A2", "=A1+(A3+1.2)", "=VALUE(A1)*A2",
    "=NORM.DIST(A1,A3,A2,TRUE)", "=NORM.DIST(A1,A3,A2,FALSE)", "=NORM.S.DIST(A3,TRUE)",
    "=NORM.S.DIST(A3,FALSE)", "=NORM.INV(A1,A3,A2)", "=NORMSINV(A1)",
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

  /// A difference that cancels to 0 has the slopes of one that does not.
  @Test(arguments: [0.3, 0.1 + 0.2, 0.299_999_999_999_999_9])
  func cancellingKeepsTheSlope(_ number: Double) throws {
    var sheet = Sheet()
    sheet["A1:B1"] = [[.number(number), "=(A1-0.3)*2+(A1-0.3)"]]
    let landscape = try Landscape(
      sheet: sheet, goal: #require(CellAddress("B1")), changing: [CellRange("A1")])
    #expect(landscape.value == 0)
    #expect(landscape.slopes == [3])
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
