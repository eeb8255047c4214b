import Testing

@testable import Display

/// What a program can get wrong stops it with a message that names the mistake.
struct MistakeTests {
  struct Mistake: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let make: @Sendable () -> Void

    init(_ message: String, _ make: @escaping @Sendable () -> Void) {
      testDescription = message
      self.make = make
    }
  }

  static let mistakes: [Mistake] = [
    Mistake("NumberFormat.decimals(-1): the count must not be negative") {
      _ = format(0.5, decimals: -1)
    },
    Mistake("NumberFormat.decimals(9223372036854775807): no number has more than 1074 digits") {
      _ = format(0.5, decimals: .max)
    },
    Mistake("NumberFormat.significantDigits(0): at least one is needed") {
      _ = format(0.5, significantDigits: 0)
    },
    Mistake("NumberFormat.significantDigits(1075): no number has more than 1074 digits") {
      _ = format(0.5, significantDigits: 1075)
    },
    Mistake("NumberFormat.exponent(-2): the count must not be negative") {
      _ = NumberFormat.exponent(-2)
    },
    Mistake("NumberFormat.exponent(9223372036854775807): no number has more than 1074 digits") {
      _ = NumberFormat.exponent(.max)
    },
    Mistake("NumberFormat.percent(decimals: -1): the count must not be negative") {
      _ = NumberFormat.percent(decimals: -1)
    },
    Mistake("NumberFormat.percent(decimals: 2000): no number has more than 1074 digits") {
      _ = NumberFormat.percent(decimals: 2000)
    },
    Mistake("NumberFormat.decimals(-1): the count must not be negative") {
      _ = Table([0.5]) { Column("share", \.self, decimals: -1) }
    },
    Mistake("RowLimit(-1, 2): negative") { _ = Table.RowLimit(first: -1, last: 2) },
    Mistake("1.0 is not within -1.0 of 2.0; the difference is 1.0") {
      expect(1.0, closeTo: 2, within: -1)
    },
    Mistake("nan is not within 1.0 of 2.0; the difference is nan") {
      expect(Double.nan, closeTo: 2, within: 1)
    },
    Mistake("try more epochs") { expect(1 > 2, "try more epochs") },
  ]

  @Test(arguments: mistakes.indices) func stopsWithAMessage(index: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] in
      MistakeTests.mistakes[index].make()
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains(Self.mistakes[index].testDescription), "\(text.prefix(300))")
  }
}
