/// The text of a block of entries: rows in brackets, entries aligned in columns, the middle of
/// long axes left out.
struct TensorText {
  let shape: [Int]
  /// Those that are shown, by their position in memory.
  private let cells: [Int: String]
  private let width: Int

  /// Axes longer than this are shown by their ends.
  private static let longestAxis = 8
  private static let shownAtEachEnd = 3

  /// - Parameters:
  ///   - entries: how many there are.
  ///   - entry: the text of one, by its position in memory.
  init(shape: [Int], entries: Int, entry: (Int) -> String) {
    self.shape = shape
    let shown = TensorText.shownPositions(shape)
    var cells: [Int: String] = [:]
    var width = 0
    for position in shown where position < entries {
      let cell = entry(position)
      cells[position] = cell
      width = max(width, cell.count)
    }
    self.cells = cells
    self.width = width
  }

  /// The whole text; tensors with three axes or more have a block for each matrix.
  var text: String {
    guard !shape.isEmpty else { return cells[0] ?? "" }
    return block(axis: 0, from: 0)
  }

  private func block(axis: Int, from start: Int) -> String {
    let length = shape[axis]
    let isLast = axis == shape.count - 1
    let size = Tensor.count(of: shape[(axis + 1)...])
    let parts = TensorText.shownIndices(length).map { index -> String in
      guard let index else { return "…" }
      if isLast { return shape.count == 1 ? cells[start + index] ?? "" : padded(start + index) }
      return block(axis: axis + 1, from: start + index * size)
    }
    let separator =
      isLast
      ? ", "
      : "," + String(repeating: "\n", count: max(1, shape.count - 1 - axis))
        + String(repeating: " ", count: axis + 1)
    return "[" + parts.joined(separator: separator) + "]"
  }

  private func padded(_ position: Int) -> String {
    let cell = cells[position] ?? ""
    return String(repeating: " ", count: width - cell.count) + cell
  }

  /// The indices shown of an axis; nil stands for those left out.
  private static func shownIndices(_ length: Int) -> [Int?] {
    if length <= longestAxis { return Array(0..<length) }
    return Array(0..<shownAtEachEnd) + [nil] + Array((length - shownAtEachEnd)..<length)
  }

  static func shownPositions(_ shape: [Int]) -> [Int] {
    shape.reduce([0]) { positions, length in
      let indices = shownIndices(length).compactMap { $0 }
      return positions.flatMap { position in indices.map { position * length + $0 } }
    }
  }
}
