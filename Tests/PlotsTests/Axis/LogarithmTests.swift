import Foundation
import Testing

@testable import Plots

@Suite struct LogarithmTests {
  @Test func `powers of ten have whole logarithms to the last bits`() {
    for exponent in -307...308 {
      guard let value = Double("1e\(exponent)") else { continue }
      #expect((Plots.log10(value) - Double(exponent)).magnitude <= 6e-14)
    }
  }

  @Test(arguments: [0.5, 0.7071, 1, 1.4142135, 1.4142137, 2, 3.7, 1e-17, 9.99e99])
  func `agrees with the C library`(value: Double) {
    let expected = Foundation.log10(value)
    #expect((Plots.log10(value) - expected).magnitude <= 4e-16 * max(1, expected.magnitude))
  }
}
