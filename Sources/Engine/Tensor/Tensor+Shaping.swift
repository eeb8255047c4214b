import CKernels

extension Tensor {
  /// The same elements in another shape. One length may be -1: it is what remains.
  public func reshape(_ shape: [Int]) -> Tensor {
    var shape = shape
    if let open = shape.firstIndex(of: -1) {
      let others = Array(shape[..<open] + shape[(open + 1)...])
      if others.contains(where: { $0 < 0 }) {
        stop("reshape", "\(self.shape) does not fit \(shape): one length may be open, as -1")
      }
      let known = Tensor.count(of: others)
      shape[open] = known == 0 ? 0 : count / known
    }
    if shape.contains(where: { $0 < 0 }) || Tensor.count(of: shape) != count {
      stop("reshape", "\(self.shape) does not fit \(shape)")
    }
    return Tensor(shape: shape, count: count, storage: storage)
  }

  /// Rows become columns.
  public var transposed: Tensor { transpose() }

  /// The axes in another order; without an argument, in reverse. Axis i of the result is axis
  /// `order[i]` of this tensor.
  public func transpose(_ order: [Int]? = nil) -> Tensor {
    let order = order ?? Array((0..<rank).reversed())
    if order.sorted() != Array(0..<rank) {
      stop("transpose", "\(order) is no order of the axes of the shape \(shape)")
    }
    var strides = [Int](repeating: 1, count: rank)
    for axis in stride(from: rank - 2, through: 0, by: -1) {
      strides[axis] = strides[axis + 1] * shape[axis + 1]
    }
    let result = order.map { shape[$0] }
    return Tensor(shape: result, from: self) { scalars, memory in
      lectern_copy_strided(result.count, result, scalars, order.map { strides[$0] }, memory)
    }
  }

  /// The part of an axis in `range`.
  public func slice(axis: Int, _ range: Range<Int>) -> Tensor {
    let axis = resolve(axis, "slice")
    let view = AxisView(shape, axis)
    if range.lowerBound < 0 || range.upperBound > view.length {
      stop("slice", "\(range) is out of range for axis \(axis) of the shape \(shape)")
    }
    return Tensor(shape: view.shape(ofLength: range.count), from: self) { scalars, memory in
      let width = range.count * view.inner
      for outer in 0..<view.outer {
        let from = (outer * view.length + range.lowerBound) * view.inner
        (memory + outer * width).initialize(from: scalars + from, count: width)
      }
    }
  }

  /// Puts tensors one after the other along an axis; all other axes must agree.
  public static func concatenate(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
    guard let first = tensors.first else { stop("concatenate", "there are no tensors") }
    let axis = first.resolve(axis, "concatenate")
    let views = tensors.map { tensor in
      checkConcatenation(first.shape, tensor.shape, axis)
      return AxisView(tensor.shape, axis)
    }
    let length = views.reduce(0) { $0 + $1.length }
    return Tensor(shape: views[0].shape(ofLength: length)) { memory in
      var next = memory
      for outer in 0..<views[0].outer {
        for (tensor, view) in zip(tensors, views) {
          let width = view.length * view.inner
          tensor.withUnsafeScalars { scalars in
            if width > 0 {
              next.initialize(from: scalars.baseAddress! + outer * width, count: width)
            }
          }
          next += width
        }
      }
    }
  }

  private static func checkConcatenation(_ first: [Int], _ other: [Int], _ axis: Int) {
    var expected = first
    if other.count == first.count { expected[axis] = other[axis] }
    if other != expected {
      stop("concatenate", "shapes differ beyond axis \(axis): \(first) and \(other)")
    }
  }
}
