extension FormulaEvaluator {
  /// Functions that sort numbers.
  mutating func orderStatistic(
    _ function: SheetFunction, _ arguments: [Operand]
  ) throws(CellError) -> Quantity {
    switch function {
    case .rank, .rankEq, .rankAvg: return try rank(function, arguments)
    case .mode, .modeSngl: return try mode(function, arguments)
    case .median:
      return try percentile(.number(0.5), of: sorted(numbers(in: arguments)))
    default: break
    }
    let numbers = try sorted(self.numbers(in: [arguments[0]]))
    let second = try single(arguments[1])
    switch function {
    case .large, .small:
      noteUse(of: [second])
      let place = try wholeNumber(arguments[1])
      guard (1...max(1, numbers.count)).contains(place), !numbers.isEmpty else { throw .number }
      return function == .small ? numbers[place - 1] : numbers[numbers.count - place]
    case .quartile, .quartileInc:
      noteUse(of: [second])
      return try percentile(.number(Double(wholeNumber(arguments[1])) / 4), of: numbers)
    default: return try percentile(asNumber(second), of: numbers)
    }
  }

  /// From smallest to largest. The tape holds while they stay in this order.
  private mutating func sorted(_ numbers: [Quantity]) -> [Quantity] {
    let sorted = numbers.sorted { ($0.value.number ?? 0) < ($1.value.number ?? 0) }
    guard tape != nil else { return sorted }
    for (lower, upper) in zip(sorted, sorted.dropFirst())
    where lower.line != nil || upper.line != nil {
      tape?.record(nil, lower, upper, outcome: true)
    }
    return sorted
  }

  /// Between the two numbers around the place (n − 1) · share, in proportion.
  private mutating func percentile(
    _ share: Quantity, of sorted: [Quantity]
  ) throws(CellError) -> Quantity {
    guard let value = share.value.number else { throw share.value.error ?? .value }
    guard !sorted.isEmpty, (0...1).contains(value) else { throw .number }
    let place = compute(.multiply, share, .number(Double(sorted.count - 1)))
    noteUse(of: [place])
    let below = Int((place.value.number ?? 0).rounded(.down))
    guard below + 1 < sorted.count else { return sorted[below] }
    let part = compute(.subtract, place, .number(Double(below)))
    let step = compute(.subtract, sorted[below + 1], sorted[below])
    return compute(.add, sorted[below], compute(.multiply, part, step))
  }

  /// The number that is there most often; of several the smallest.
  private mutating func mode(
    _ function: SheetFunction, _ arguments: [Operand]
  ) throws(CellError) -> Quantity {
    let quantities = try numbers(in: arguments)
    noteSteps(of: function, quantities)
    let numbers = quantities.compactMap(\.value.number).sorted()
    var best: (number: Double, count: Int)?
    var start = 0
    for end in 1...max(1, numbers.count)
    where end >= numbers.count || numbers[end] != numbers[start] {
      if end - start > max(1, best?.count ?? 0), end <= numbers.count {
        best = (numbers[start], end - start)
      }
      start = end
    }
    guard let best else { throw .notAvailable }
    return .number(best.number)
  }

  private mutating func rank(
    _ function: SheetFunction, _ arguments: [Operand]
  ) throws(CellError) -> Quantity {
    let number = try self.number(arguments[0])
    let quantities = try numbers(in: [arguments[1]])
    let ascends = arguments.count > 2 ? try self.number(arguments[2]) != 0 : false
    noteSteps(of: function, quantities + [try single(arguments[0])])
    let numbers = quantities.compactMap(\.value.number)
    guard numbers.contains(where: { FifteenDigits.agree($0, number) }) else { throw .notAvailable }
    let ahead = numbers.filter { ascends ? $0 < number : $0 > number }.count
    let ties = max(1, numbers.filter { $0 == number }.count)
    return .number(Double(ahead + 1) + (function == .rankAvg ? Double(ties - 1) / 2 : 0))
  }
}
