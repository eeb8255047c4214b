import Testing

@testable import Worksheet

/// What Excel and LibreOffice give.
@Suite struct PrecedenceTests {
  @Test(
    arguments: [
      ("=1+2*3", 7), ("=(1+2)*3", 9), ("=-2^2", 4), ("=0-2^2", -4), ("=2^3^2", 64), ("=2^-2", 0.25),
      ("=10-4-3", 3), ("=16/4/2", 2), ("=50%", 0.5), ("=-50%", -0.5), ("=200%^2", 4), ("=--3", 3),
      ("=+-+3", -3), ("=2*-3", -6), ("=1e3+.5", 1000.5), ("=7.", 7), ("=1+50%%", 1.005),
      ("= 1 + \n 2 ", 3), ("=6÷2×3−1", 8), ("=LOG10 (100)", 2), ("=SUM (1,2)+ABS( -3 )", 6),
    ] as [(String, Double)])
  func arithmetic(_ formula: String, expected: Double) {
    #expect(value(of: formula) == .number(expected), "\(formula)")
  }

  @Test(
    arguments: [
      ("=1+1=2", true), ("=1<2", true), ("=2<=1", false), ("=1<>1", false), ("=1+1>=2*1", true),
      ("=\"a\"&\"b\"=\"AB\"", true), ("=\"a\"<\"b\"", true), ("=9<\"1\"", true),
      ("=\"z\"<FALSE", true),
      ("=C2=0", true), ("=C2=\"\"", true), ("=C2=FALSE", true), ("=1=\"1\"", false),
      ("=true", true),
    ] as [(String, Bool)])
  func comparison(_ formula: String, expected: Bool) {
    #expect(value(of: formula) == .logical(expected), "\(formula)")
  }

  @Test(
    arguments: [
      ("=\"a\"&1+1", "a2"), ("=\"say \"\"hi\"\"\"", "say \"hi\""), ("=C2&\"x\"", "x"),
      ("=1/4&\"\"", "0.25"),
    ] as [(String, String)])
  func text(_ formula: String, expected: String) {
    #expect(value(of: formula) == .text(expected), "\(formula)")
  }
}
