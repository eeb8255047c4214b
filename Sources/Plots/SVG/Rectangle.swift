/// A rectangle in the drawing's units, y downwards.
struct Rectangle: Equatable {
  var left: Double
  var top: Double
  var width: Double
  var height: Double

  var right: Double { left + width }
  var bottom: Double { top + height }

  /// Where a place of the unit square lies in the rectangle.
  func point(_ place: UnitPoint) -> (x: Double, y: Double) {
    (left + place.x * width, bottom - place.y * height)
  }

  func intersects(_ other: Rectangle) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func contains(_ other: Rectangle) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }
}
