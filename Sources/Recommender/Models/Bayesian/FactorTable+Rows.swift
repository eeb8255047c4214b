extension FactorTable {
  mutating func add(_ numbers: [Double], toRow row: Int) {
    withScalars { scalars in
      for k in numbers.indices { scalars[row * numbers.count + k] += numbers[k] }
    }
  }

  /// The differences of two tables of one shape.
  func subtracting(_ other: FactorTable) -> FactorTable {
    var result = self
    result.withScalars { scalars in
      for index in scalars.indices { scalars[index] -= other.scalars[index] }
    }
    return result
  }
}
