import Testing

@testable import Worksheet

/// How numbers are written, in cells and in texts.
@Suite struct NumberTextTests {
  /// The number, as a cell shows it, and as `&` joins it.
  @Test(
    arguments: [
      (123_456_789_012, "123456789012", "123456789012"),
      (9_999_999_999, "9999999999", "9999999999"),
      (12_345_678_901.5, "12345678902", "12345678901.5"),
      (1_234_567_890.25, "1234567890", "1234567890.25"),
      (123_456_789_012_345, "123456789012345", "123456789012345"),
      (999_999_999_999_999, "999999999999999", "999999999999999"), (1e15, "1E+15", "1E+15"),
      (-123_456_789_012, "-123456789012", "-123456789012"), (0.1 + 0.2, "0.3", "0.3"),
      (1 / 3, "0.3333333333", "0.333333333333333"), (2 / 3, "0.6666666667", "0.666666666666667"),
      (1e-7, "1E-07", "1E-07"), (1.5e300, "1.5E+300", "1.5E+300"), (100, "100", "100"),
      (10_000_000_000, "10000000000", "10000000000"), (0.00001, "0.00001", "0.00001"),
      (99_999_999_999.7, "100000000000", "99999999999.7"),
      (123_456_789.123_456_78, "123456789.1", "123456789.123457"),
      (1e15 - 0.4, "1E+15", "1E+15"),
    ] as [(Double, String, String)])
  func writes(_ number: Double, shown: String, joined: String) {
    var sheet = Sheet()
    sheet["A1:C1"] = [[.number(number), "=A1&\"\"", "=CONCATENATE(A1)"]]
    #expect(sheet["A1"].description == shown)
    #expect(sheet["B1"] == .text(joined))
    #expect(sheet["C1"] == .text(joined))
    #expect(sheet.view("A1:A1").representations.plain.hasSuffix(shown))
  }
}
