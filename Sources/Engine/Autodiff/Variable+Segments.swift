extension Variable {
  /// The sum of the rows of each segment, added in order: row i of `[rows, …]` belongs to segment
  /// `segments[i]`; gives `[count, …]`, zeros where a segment has no rows.
  func sumOfSegments(_ segments: Indices, count: Int) -> Variable {
    segments.check(below: count, for: "sumOfSegments")
    var sums = Tensor.zeros([count] + value.shape.dropFirst())
    sums.scatterAdd(value, at: segments)
    return recorded(sums) { $0.gather(rows: segments) }
  }
}
