import Display

/// A reference line that has a place on its axis.
struct PlacedReference {
  let reference: Plot.Reference
  /// From 0 to 1 along the axis.
  let position: Double

  var isVertical: Bool { reference.direction == .x }

  /// The ends of the line in the unit square.
  var ends: (UnitPoint, UnitPoint) {
    isVertical
      ? (UnitPoint(x: position, y: 0), UnitPoint(x: position, y: 1))
      : (UnitPoint(x: 0, y: position), UnitPoint(x: 1, y: position))
  }
}

extension Plot {
  /// The reference lines that can be drawn.
  func placedReferences(_ axes: (x: Axis?, y: Axis?)) -> [PlacedReference] {
    references.compactMap { reference in
      let axis = reference.direction == .x ? axes.x : axes.y
      guard let at = axis?.scale.position(of: reference.value), (0...1).contains(at) else {
        return nil
      }
      return PlacedReference(reference: reference, position: at)
    }
  }

  /// Why each of the other reference lines is not there.
  func notesOnReferences(_ axes: (x: Axis?, y: Axis?)) -> [String] {
    references.compactMap { reference in
      let (axis, options) = reference.direction == .x ? (axes.x, xAxis) : (axes.y, yAxis)
      let name = reference.name.isEmpty ? "the reference line" : "“\(reference.name.onOneLine)”"
      let letter = reference.direction == .x ? "x" : "y"
      let line = "Not drawn: \(name) at \(letter) = \(AlternativeText.number(reference.value))"
      guard let axis else { return line + "; the \(letter) axis carries the categories." }
      if !reference.value.isFinite { return line + "." }
      guard options.hasPlace(reference.value), let at = axis.scale.position(of: reference.value)
      else { return line + "; a logarithmic axis has no place for it." }
      return (0...1).contains(at) ? nil : line + "; it lies outside the range."
    }
  }
}
