/// A grid of characters to draw on, four by two braille dots in each cell.
///
/// Dots of several lines in a cell are joined; a character put into a cell hides its dots.
/// Places are those of the unit square.
struct TextCanvas {
  let width: Int
  let height: Int
  private var dots: [UInt8]
  private var characters: [Character?]

  /// Stands in the second cell of a wide character; not printed.
  static let continuation: Character = "\u{200B}"

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    dots = Array(repeating: 0, count: width * height)
    characters = Array(repeating: nil, count: width * height)
  }

  /// The cell in which a place lies, rows from the top.
  func cell(of place: UnitPoint) -> (column: Int, row: Int) {
    let dot = self.dot(of: place)
    return (dot.x / 2, dot.y / 4)
  }

  /// The place in the middle of a cell.
  func middle(_ column: Int, _ row: Int) -> UnitPoint {
    UnitPoint(
      x: (Double(column * 2) + 0.5) / Double(width * 2 - 1),
      y: 1 - (Double(row * 4) + 1.5) / Double(height * 4 - 1))
  }

  subscript(column: Int, row: Int) -> Character? {
    get { characters[row * width + column] }
    set { characters[row * width + column] = newValue }
  }

  /// Whether nothing was drawn in the cell; false outside the canvas.
  func isEmpty(column: Int, row: Int) -> Bool {
    guard (0..<width).contains(column), (0..<height).contains(row) else { return false }
    return characters[row * width + column] == nil && dots[row * width + column] == 0
  }

  mutating func drawDot(at place: UnitPoint) { drawDot(dot(of: place)) }

  /// A straight line of dots between two places (Bresenham's algorithm).
  mutating func drawLine(from start: UnitPoint, to end: UnitPoint) {
    TextCanvas.line(dot(of: start), dot(of: end)) { drawDot($0) }
  }

  /// Takes away the characters that a line of dots would be hidden by.
  mutating func eraseCharacters(from start: UnitPoint, to end: UnitPoint) {
    TextCanvas.line(dot(of: start), dot(of: end)) { self[$0.x / 2, $0.y / 4] = nil }
  }

  /// A straight line of one character from cell to cell.
  mutating func drawLine(from start: UnitPoint, to end: UnitPoint, with character: Character) {
    let (first, last) = (cell(of: start), cell(of: end))
    TextCanvas.line((first.column, first.row), (last.column, last.row)) {
      self[$0.x, $0.y] = character
    }
  }

  /// The rows from the top.
  var rows: [String] {
    (0..<height).map { row in
      String(
        (0..<width).compactMap { column -> Character? in
          let index = row * width + column
          if let character = characters[index] {
            return character == TextCanvas.continuation ? nil : character
          }
          return dots[index] == 0 ? " " : TextCanvas.braille(dots[index])
        })
    }
  }

  private func dot(of place: UnitPoint) -> (x: Int, y: Int) {
    let x = (min(max(place.x, 0), 1) * Double(width * 2 - 1)).rounded()
    let y = ((1 - min(max(place.y, 0), 1)) * Double(height * 4 - 1)).rounded()
    return (Int(x), Int(y))
  }

  private mutating func drawDot(_ dot: (x: Int, y: Int)) {
    dots[dot.y / 4 * width + dot.x / 2] |= TextCanvas.bits[dot.y % 4][dot.x % 2]
  }

  /// The bit of each dot in a braille character's code, by row and column.
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  private static func braille(_ dots: UInt8) -> Character {
    Unicode.Scalar(0x2800 + UInt32(dots)).map(Character.init) ?? " "
  }

  private static func line(
    _ start: (x: Int, y: Int), _ end: (x: Int, y: Int), visit: ((x: Int, y: Int)) -> Void
  ) {
    let (dx, dy) = (abs(end.x - start.x), -abs(end.y - start.y))
    let (stepX, stepY) = (start.x < end.x ? 1 : -1, start.y < end.y ? 1 : -1)
    var (point, error) = (start, dx + dy)
    while true {
      visit(point)
      if point == end { return }
      let doubled = 2 * error
      if doubled >= dy {
        error += dy
        point.x += stepX
      }
      if doubled <= dx {
        error += dx
        point.y += stepY
      }
    }
  }
}
