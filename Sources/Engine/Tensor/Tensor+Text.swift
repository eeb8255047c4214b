import Display

extension Tensor: Displayable, CustomStringConvertible {
  /// The elements in brackets, at most four digits after the point and seven in all; long axes
  /// are shown by their ends.
  public var description: String {
    withUnsafeScalars { scalars in
      let shown = TensorText.shownPositions(shape).map { scalars[$0] }
      let format = Tensor.format(for: shown)
      return TensorText(shape: shape, entries: count) { format.text(of: scalars[$0]) }.text
    }
  }

  public var representations: Representations { Representations(plain: description) }

  /// One format for all, so that points stand below each other: as many digits as the neediest
  /// element has, trailing zeros aside.
  private static func format(for scalars: [Float]) -> NumberFormat {
    let magnitudes = scalars.filter { $0.isFinite && $0 != 0 }.map(\.magnitude)
    guard let largest = magnitudes.max() else { return .decimals(0) }
    // Four digits after the point would leave too little of these.
    if largest < 0.01 { return .significantDigits(4) }
    var wholeDigits = 1
    var power: Float = 10
    while power <= largest && wholeDigits < 8 {
      power *= 10
      wholeDigits += 1
    }
    let most = Swift.min(4, Swift.max(0, 7 - wholeDigits))
    return .decimals(magnitudes.map { neededDecimals($0, most: most) }.max() ?? 0)
  }

  private static func neededDecimals(_ magnitude: Float, most: Int) -> Int {
    let text = NumberFormat.decimals(most).text(of: magnitude)
    let trailing = text.reversed().prefix { $0 == "0" }.count
    return Swift.max(0, most - trailing)
  }
}
