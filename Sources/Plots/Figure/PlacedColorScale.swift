import Display

/// A scale of colours with its range: values become places from 0 to 1, and those become colours.
struct PlacedColorScale {
  let title: String
  let axis: Axis
  private let stops: [RGB]

  /// Fits the range to the values where the author has fixed none; nil when there is nothing to
  /// colour.
  init?(_ options: Plot.ColorScale, fitting values: [Double]) {
    let asked = options.range.flatMap { range in
      range.lowerBound.isDrawable && range.upperBound.isDrawable
        ? Interval(range.lowerBound, range.upperBound) : nil
    }
    guard let data = Interval(of: values) else { return nil }
    var interval = asked ?? data
    if case .diverging(let center) = options.palette {
      let reach = max((interval.lower - center).magnitude, (interval.upper - center).magnitude)
      interval =
        Interval(
          max(center - reach, -5e307), min(center + reach, 5e307)
        ).widenedIfEmpty
      stops = RGB.diverging
    } else {
      interval = interval.widenedIfEmpty
      stops = RGB.sequential
    }
    title = options.title
    var axisOptions = Plot.AxisOptions()
    axisOptions.title = options.title
    axisOptions.range = interval.lower...interval.upper
    axis = Axis(axisOptions, fitting: [], .tight, tickCount: 5)
  }

  /// From 0 to 1, nil for what is not a number.
  func position(of value: Double) -> Double? {
    if value.isNaN { return nil }
    if !value.isDrawable { return value < 0 ? 0 : 1 }
    return axis.scale.clampedPosition(of: value)
  }

  func color(at position: Double) -> RGB {
    let place = min(max(position, 0), 1) * Double(stops.count - 1)
    let index = min(Int(place), stops.count - 2)
    return stops[index].mixed(with: stops[index + 1], place - Double(index))
  }

  /// Which of four shades from light to dark stands for a place.
  static func level(of position: Double) -> Int { min(Int(position * 4), 3) }

  /// The ranges of the four shades.
  var levelTexts: [String] {
    let interval = axis.scale.interval
    let ends = (0...4).map { interval.lower + interval.length * Double($0) / 4 }
    for digits in 3...15 {
      let texts = ends.map { AlternativeText.number($0, digits: digits) }
      if Set(texts).count == texts.count || digits == 15 {
        return (0..<4).map { "\(texts[$0]) to \(texts[$0 + 1])" }
      }
    }
    return []
  }
}

/// A colour of the screen, each part from 0 to 255.
struct RGB: Equatable {
  let red: Double
  let green: Double
  let blue: Double

  init(_ hexadecimal: UInt32) {
    red = Double(hexadecimal >> 16)
    green = Double(hexadecimal >> 8 & 0xFF)
    blue = Double(hexadecimal & 0xFF)
  }

  private init(_ red: Double, _ green: Double, _ blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  func mixed(with other: RGB, _ part: Double) -> RGB {
    func mix(_ own: Double, _ others: Double) -> Double { own + (others - own) * part }
    return RGB(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
  }

  /// `#rrggbb`.
  var text: String {
    "#"
      + [red, green, blue].map {
        let digits = String(UInt8($0.rounded()), radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// Whether white letters are easier to read on the colour than black ones: the relative luminance
  /// of WCAG 2, with a square in place of its power of 2.4.
  var isDark: Bool {
    func linear(_ part: Double) -> Double { (part / 255) * (part / 255) }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) < 0.2
  }

  /// Nine of the stops of viridis (S. van der Walt and N. Smith, 2015).
  static let sequential = [
    0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725,
  ].map { RGB($0) }

  /// Blue and orange, which all kinds of colour vision tell apart.
  static let diverging = [
    0x1F4E8C, 0x5B8CC6, 0xB3CDE6, 0xF5F5F3, 0xF6CB9F, 0xE08A3C, 0xA85000,
  ].map { RGB($0) }
}
