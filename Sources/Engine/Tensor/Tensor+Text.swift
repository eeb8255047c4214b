import Display

extension Tensor: Displayable, CustomStringConvertible {
  /// The elements in brackets, at most four digits after the point and seven in all, or with
  /// exponents, as PyTorch prints them, where that would not tell them apart; long axes are shown
  /// by their ends. 0 and -0 look the same.
  public var description: String {
    withUnsafeScalars { scalars in
      let shown = TensorText.shownPositions(shape).map { scalars[$0] }
      let format = Tensor.format(for: shown)
      return TensorText(shape: shape, entries: count) { format.text(of: scalars[$0]) }.text
    }
  }

  public var representations: Representations { Representations(plain: description) }

  /// One format for all, so that points stand below each other: as many digits as the neediest
  /// element has, trailing zeros aside. Where these do not tell the elements apart, exponents.
  private static func format(for scalars: [Float]) -> NumberFormat {
    let magnitudes = scalars.filter { $0.isFinite && $0 != 0 }.map(\.magnitude).sorted()
    guard let largest = magnitudes.last else { return .decimals(0) }
    // Four digits after the point would leave too little of these.
    if largest < 0.01 { return .significantDigits(4) }
    // Nor are more digits than these anything that a float holds.
    if largest >= 1e10 { return .exponent(4) }
    var wholeDigits = 1
    var power: Float = 10
    while power <= largest && wholeDigits < 8 {
      power *= 10
      wholeDigits += 1
    }
    let most = Swift.min(4, Swift.max(0, 7 - wholeDigits))
    if !canTellApart(magnitudes, decimals: most) { return .exponent(4) }
    return .decimals(magnitudes.map { neededDecimals($0, most: most) }.max() ?? 0)
  }

  /// Whether nothing but zero is written as zero, large numbers leave small ones a digit that is
  /// right, and those that differ by more than a tenth look different. The magnitudes are
  /// sorted.
  private static func canTellApart(_ magnitudes: [Float], decimals: Int) -> Bool {
    let unit = (0..<decimals).reduce(Float(1)) { unit, _ in unit / 10 }
    var before: (magnitude: Float, steps: Float)?
    for magnitude in magnitudes {
      // Beyond, every float has all the digits that it needs.
      if magnitude >= 20 * unit { return true }
      let steps = (magnitude / unit).rounded(.toNearestOrEven)
      if steps == 0 { return false }
      if decimals < 4 && (steps * unit - magnitude).magnitude > 0.05 * magnitude { return false }
      if let before, before.steps == steps, magnitude > 1.1 * before.magnitude { return false }
      before = (magnitude, steps)
    }
    return true
  }

  private static func neededDecimals(_ magnitude: Float, most: Int) -> Int {
    let text = NumberFormat.decimals(most).text(of: magnitude)
    let trailing = text.reversed().prefix { $0 == "0" }.count
    return Swift.max(0, most - trailing)
  }
}
