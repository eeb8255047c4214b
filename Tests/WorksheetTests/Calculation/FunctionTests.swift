import Testing

@testable import Worksheet

@Suite struct FunctionTests {
  @Test(
    arguments: [
      ("=ABS(-3)", 3), ("=ABS(A1-B1)", 3), ("=SQRT(16)", 4), ("=EXP(0)", 1), ("=LN(1)", 0),
      ("=INT(2.9)", 2), ("=INT(-2.1)", -3), ("=INT(3)", 3), ("=SUM(INT(A1:A3/2))", 2),
      ("=LN(EXP(2))", 2), ("=2^10", 1024), ("=9^0.5", 3), ("=(-2)^3", -8), ("=0^2", 0), ("=5^0", 1),
      ("=SUM(A1:B3)", 21), ("=SUM(A1:A3,10,B1)", 20), ("=SUM(C1:D2)", 0), ("=SUM(\"3\",TRUE)", 4),
      ("=SUM(C1)", 0), ("=SUM((A1:A3-B1:B3)^2)", 27), ("=SUM(A1:A3*2)", 12),
      ("=AVERAGE(A1:A3)", 2), ("=AVERAGE(A1:D2)", 3), ("=AVERAGE(A1:A3,C2)", 2),
      ("=COUNT(A1:D3)", 6), ("=COUNT(C1:D3)", 0), ("=COUNT(1,\"2\",\"x\")", 2),
      ("=MIN(A1:B3)", 1), ("=MAX(A1:B3,7)", 7), ("=MAX(C1:C2)", 0), ("=MIN(-1,TRUE)", -1),
      ("=SUMPRODUCT(A1:A3,B1:B3)", 32), ("=SUMPRODUCT(A1:C1,A2:C2)", 22), ("=SUMPRODUCT(A1:A3)", 6),
      ("=SUMPRODUCT((A1:A3-2)*(B1:B3-5))", 2),
      ("=SUMXMY2(A1:A3,B1:B3)", 27), ("=SUMXMY2(A1:C1,A2:C2)", 2), ("=SUMXMY2(A2:C2,A1:C1)", 2),
      ("=MMULT(A1:B1,A1:A2)", 9), ("=SUM(MMULT(A1:B2,A1:B2))", 78),
      ("=MMULT(TRANSPOSE(A1:A3),B1:B3)", 32), ("=SUMPRODUCT(TRANSPOSE(A1:A2),A1:B1)", 9),
      ("=IF(A1=1,B1,B2)", 4), ("=IF(0,1,2)", 2), ("=IF(C2,1,2)", 2), ("=IF(ISBLANK(C2),7,1/0)", 7),
      ("=IF(TRUE,1,1/0)", 1), ("=IF(FALSE,C1+1,5)", 5), ("=IF(D1,3)", 3), ("=IF(1,C2,1)", 0),
      ("=SUM(IF(ISBLANK(A1:C2),1,0))", 1), ("=SUM(IF(A1:A3>1,B1:B3,0))", 11),
      ("=C2", 0), ("=C2+1", 1), ("=D1+1", 2), ("=\"3\"*2", 6), ("=sum(a1:$A$3)", 6),
      ("=SUM(B3:A1)", 21),
    ] as [(String, Double)])
  func numbers(_ formula: String, expected: Double) throws {
    let number = try #require(value(of: formula).number, "\(formula) is \(value(of: formula))")
    #expect(abs(number - expected) <= 1e-14 * abs(expected), "\(formula) is \(number)")
  }

  @Test(
    arguments: [
      ("=ISBLANK(C2)", true), ("=ISBLANK(D2)", false), ("=ISBLANK(A1)", false),
      ("=ISBLANK(C3)", false),
      ("=IF(FALSE,1)", false), ("=D2=\"\"", true),
    ] as [(String, Bool)])
  func truths(_ formula: String, expected: Bool) {
    #expect(value(of: formula) == .logical(expected), "\(formula)")
  }

  @Test(
    arguments: [
      ("=1/0", CellError.divisionByZero), ("=1/C2", .divisionByZero), ("=0^-1", .divisionByZero),
      ("=AVERAGE(C1:C2)", .divisionByZero), ("=C3+1", .divisionByZero),
      ("=SUM(A1:C3)", .divisionByZero),
      ("=IF(C3,1,2)", .divisionByZero), ("=\"a\"&C3", .divisionByZero), ("=C3=1", .divisionByZero),
      ("=SUMPRODUCT(C3,1)", .divisionByZero), ("=MMULT(C3,1)", .divisionByZero),
      ("=C1+1", .value), ("=D2*1", .value), ("=-C1", .value), ("=SQRT(C1)", .value),
      ("=SUM(\"x\")", .value),
      ("=IF(C1,1,2)", .value), ("=A1:A3", .value), ("=A1:A3+1", .value),
      ("=SUM(A1:A3+A1:A2)", .value),
      ("=SUMPRODUCT(A1:A3,A1:B1)", .value), ("=MMULT(A1:B1,A1:B1)", .value),
      ("=SUM(MMULT(A1:C1,A1:A3))", .value), ("=MMULT(C2,1)", .value),
      ("=SUMXMY2(A1:A3,A1:A2)", .notAvailable),
      ("=SQRT(-1)", .number), ("=LN(0)", .number), ("=LN(-1)", .number), ("=0^0", .number),
      ("=(-8)^0.5", .number), ("=EXP(1000)", .number), ("=1e200*1e200", .number),
      ("=#REF!+1", .reference), ("=#NAME?", .name), ("=1/0+#REF!", .divisionByZero),
      ("=#REF!+1/0", .reference),
    ] as [(String, CellError)])
  func errors(_ formula: String, expected: CellError) {
    #expect(value(of: formula) == .error(expected), "\(formula)")
  }
}
