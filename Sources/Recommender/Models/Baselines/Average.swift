/// What one number says of many.
public enum Average: Sendable {
  case mean
  /// The one in the middle; of an even number of ratings the mean of the two in the middle, as in
  /// NumPy. (PyTorch's `median` takes the lower one.)
  case median

  /// - Parameter numbers: at least one.
  func value(_ numbers: [Float]) -> Double {
    switch self {
    case .mean:
      return numbers.reduce(0) { $0 + Double($1) } / Double(numbers.count)
    case .median:
      let sorted = numbers.sorted()
      let middle = sorted.count / 2
      if sorted.count % 2 == 1 { return Double(sorted[middle]) }
      return (Double(sorted[middle - 1]) + Double(sorted[middle])) / 2
    }
  }

  /// For each group of rows; a group without rows gets the value of all.
  func values(of groups: RowGroups, in ratings: Ratings) -> [Double] {
    let overall = value(ratings.values)
    return (0..<groups.count).map { group in
      let rows = groups[group]
      return rows.isEmpty ? overall : value(rows.map { ratings.values[$0] })
    }
  }
}
