/// Dates of the Gregorian calendar as files write them.
enum CalendarDate {
  /// The first second of a day, in seconds since 1970 (UTC).
  ///
  /// - Parameter text: `2005-09-06`.
  /// - Returns: nil for another form, and for a day that the calendar does not have.
  static func seconds(_ text: ArraySlice<UInt8>) -> Int64? {
    let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      let year = DecimalText.integer(parts[0], isNegative: false),
      let month = DecimalText.integer(parts[1], isNegative: false), (1...12).contains(month),
      let day = DecimalText.integer(parts[2], isNegative: false),
      (1...length(ofMonth: month, year)).contains(day)
    else { return nil }
    return (days(year, month, day) - days(1970, 1, 1)) * 86_400
  }

  private static func length(ofMonth month: Int64, _ year: Int64) -> Int64 {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    switch month {
    case 2: return isLeap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// Days since the first of March of year 0. The year is taken to begin in March, so that the leap
  /// day is its last, and months of 31 and 30 days alternate by one formula.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let year = month > 2 ? year : year - 1
    let month = (month + 9) % 12
    let leapDays = floored(year, 4) - floored(year, 100) + floored(year, 400)
    return year * 365 + leapDays + (153 * month + 2) / 5 + day - 1
  }

  /// The year before year 0 is reached in January and February of year 0.
  private static func floored(_ year: Int64, _ divisor: Int64) -> Int64 {
    year >= 0 ? year / divisor : (year - divisor + 1) / divisor
  }
}
