extension Tensor {
  /// A tensor whose lines along an axis `write` computes from this tensor's, one at a time.
  ///
  /// - Parameters:
  ///   - axis: counted from 0.
  ///   - length: of the new lines; nil takes the axis away and lets each be one number.
  ///   - write: gets both lines; `LineView` hides how far apart the elements are.
  func mapLines(
    axis: Int, length: Int?, _ write: (_ from: LineView, _ to: LineView) -> Void
  ) -> Tensor {
    let view = AxisView(shape, axis)
    let newLength = length ?? 1
    return Tensor(shape: view.shape(ofLength: length), from: self) { scalars, memory in
      for outer in 0..<view.outer {
        for inner in 0..<view.inner {
          write(
            LineView(
              start: UnsafeMutablePointer(mutating: scalars)
                + (outer * view.length * view.inner + inner),
              count: view.length, step: view.inner),
            LineView(
              start: memory + (outer * newLength * view.inner + inner), count: newLength,
              step: view.inner))
        }
      }
    }
  }

  /// Whole numbers that `find` gives for each line along an axis, which then has `length`.
  func indicesOfLines(axis: Int, length: Int?, _ find: (LineView) -> [Int]) -> Indices {
    let view = AxisView(shape, axis)
    let newLength = length ?? 1
    var values = [Int32](repeating: 0, count: view.outer * newLength * view.inner)
    _ = mapLines(axis: axis, length: newLength) { from, _ in
      let line = from.position(in: storage.elements)
      let (outer, inner) = (line / (view.length * view.inner), line % view.inner)
      for (index, found) in find(from).enumerated() {
        values[(outer * newLength + index) * view.inner + inner] = Int32(found)
      }
    }
    return Indices(shape: view.shape(ofLength: length), values: values)
  }
}

/// The elements along one axis, wherever they lie in memory.
struct LineView {
  let start: UnsafeMutablePointer<Float>
  let count: Int
  let step: Int

  subscript(index: Int) -> Float {
    get { start[index * step] }
    nonmutating set { start[index * step] = newValue }
  }

  func position(in memory: UnsafeMutablePointer<Float>) -> Int { start - memory }
}
