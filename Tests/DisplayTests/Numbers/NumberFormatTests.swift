import Display
import Testing

@Suite struct NumberFormatTests {
  @Test(arguments: [
    // Printed with Python: f"{value:.{decimals}f}".
    (0.87654, 3, "0.877"), (2.675, 2, "2.67"), (0.125, 2, "0.12"), (0.375, 2, "0.38"),
    (2.5, 0, "2"), (3.5, 0, "4"), (0.5, 0, "0"), (0.6, 0, "1"), (0.05, 0, "0"), (9.999, 2, "10.00"),
    (99.5, 0, "100"), (-1.631, 3, "-1.631"), (1, 3, "1.000"), (0, 2, "0.00"),
    (1e21, 1, "1000000000000000000000.0"),
    (1e23, 0, "99999999999999991611392"), (0.1, 20, "0.10000000000000000555"),
    (.leastNonzeroMagnitude, 3, "0.000"), (123_456.789, 1, "123456.8"), (0.0004, 3, "0.000"),
    (0.0006, 3, "0.001"),
  ])
  func `fixed decimals are rounded once and correctly`(value: Double, decimals: Int, text: String) {
    #expect(format(value, decimals: decimals) == text)
  }

  @Test(arguments: [-0.0, -0.0004, -Double.leastNonzeroMagnitude])
  func `a figure that rounds to zero has no sign`(value: Double) {
    #expect(format(value, decimals: 3) == "0.000")
  }

  @Test(arguments: [(Double.nan, "NaN"), (.infinity, "inf"), (-.infinity, "-inf")])
  func `what is not finite has a name`(value: Double, text: String) {
    #expect(format(value, decimals: 2) == text)
    #expect(format(value, significantDigits: 2) == text)
    #expect(NumberFormat.shortest.text(of: value) == text)
  }

  @Test(arguments: [
    // Printed with Python: f"{value:.{count}e}".
    (0.00123456, 2, "1.23e-03"), (1234.5, 0, "1e+03"), (9.99996, 4, "1.0000e+01"),
    (0, 4, "0.0000e+00"),
    (-1.5e-7, 1, "-1.5e-07"), (1e300, 3, "1.000e+300"), (1e8, 4, "1.0000e+08"), (1, 2, "1.00e+00"),
  ])
  func `exponents`(value: Double, count: Int, text: String) {
    #expect(NumberFormat.exponent(count).text(of: value) == text)
  }

  @Test(arguments: [
    // Printed with Python: f"{100 * Decimal(value):.{decimals}f}%".
    (0.285, 1, "28.5%"), (0.07, 20, "7.00000000000000066613%"), (0.005, 0, "1%"), (1, 0, "100%"),
    (0.125, 0, "12%"), (-0.5, 2, "-50.00%"), (-0.0004, 1, "0.0%"), (0, 0, "0%"),
    (1e-9, 3, "0.000%"),
    (12.3456, 1, "1234.6%"), (.nan, 1, "NaN"), (.infinity, 1, "inf"),
  ])
  func `percentages`(value: Double, decimals: Int, text: String) {
    #expect(NumberFormat.percent(decimals: decimals).text(of: value) == text)
  }

  @Test func `large percentages have commas where asked for`() {
    #expect(NumberFormat.percent().grouped.text(of: 123.4) == "12,340%")
  }

  @Test(arguments: [
    (0.00123456, 3, "0.00123"), (1234.5, 2, "1200"), (9.996, 3, "10.0"), (0.5, 3, "0.500"),
    (0, 3, "0.00"), (1.5e-7, 3, "1.50e-07"), (1e300, 1, "1e+300"), (-0.0009996, 3, "-0.00100"),
    (999_999_999_999_999.9, 3, "1.00e+15"), (123, 3, "123"),
  ])
  func `significant digits`(value: Double, count: Int, text: String) {
    #expect(format(value, significantDigits: count) == text)
  }

  @Test(arguments: [
    (1_000_209.0, "1,000,209.0"), (999, "999.0"), (1000, "1,000.0"), (-123_456.25, "-123,456.2"),
  ])
  func `commas between thousands`(value: Double, text: String) {
    #expect(format(value, decimals: 1, grouped: true) == text)
  }

  @Test(arguments: [
    (0, "0"), (-1, "-1"), (100_836, "100,836"), (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func `whole numbers`(value: Int, text: String) {
    #expect(format(value) == text)
  }

  @Test func `a float is rounded from its own value and printed with its own digits`() {
    #expect(format(Float(0.15), decimals: 1) == "0.2")
    #expect(format(0.15, decimals: 1) == "0.1")
    #expect(NumberFormat.shortest.text(of: Float(0.1)) == "0.1")
  }

  @Test func `reading back gives the same value`() {
    var bits: UInt64 = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<500 {
      bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: bits)
      guard value.isFinite else { continue }
      #expect(Double(format(value, significantDigits: 17)) == value)
    }
  }
}
