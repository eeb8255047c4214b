import CKernels

/// The memory of a tensor, taken from the engine's pool of buffers and given back to it.
///
/// A class: copies of a tensor share it until one of them is changed.
final class TensorStorage {
  let elements: UnsafeMutablePointer<Float>
  private let capacity: Int

  /// Room for the elements of a shape, as many as `count`, not yet initialised.
  init(count: Int, shape: [Int]) {
    var capacity = 0
    guard count >= 0, let elements = lectern_buffer_try(count, &capacity) else {
      Tensor.stopWithoutMemory(for: shape)
    }
    self.elements = elements
    self.capacity = capacity
  }

  deinit { lectern_buffer_give(elements, capacity) }
}

// Only the one tensor that holds a storage alone may write to it.
extension TensorStorage: @unchecked Sendable {}

extension Tensor {
  /// Calls `body` with the elements, which stay where they are until it returns.
  public func withUnsafeScalars<Result>(
    _ body: (UnsafeBufferPointer<Float>) throws -> Result
  ) rethrows -> Result {
    try withExtendedLifetime(storage) {
      try body(UnsafeBufferPointer(start: storage.elements, count: count))
    }
  }

  /// Calls `body` with the elements, to be changed in place.
  public mutating func withUnsafeMutableScalars<Result>(
    _ body: (UnsafeMutableBufferPointer<Float>) throws -> Result
  ) rethrows -> Result {
    if !isKnownUniquelyReferenced(&storage) {
      let copy = TensorStorage(count: count, shape: shape)
      withUnsafeScalars { scalars in
        if let start = scalars.baseAddress { copy.elements.update(from: start, count: count) }
      }
      storage = copy
    }
    return try withExtendedLifetime(storage) {
      try body(UnsafeMutableBufferPointer(start: storage.elements, count: count))
    }
  }

  /// A tensor whose every element `write` sets; it gets the memory, not yet initialised.
  init(shape: [Int], _ write: (UnsafeMutablePointer<Float>) -> Void) {
    let count = Tensor.count(of: shape)
    if shape.contains(where: { $0 < 0 }) { Tensor.stopWithoutMemory(for: shape) }
    let storage = TensorStorage(count: count, shape: shape)
    if count > 0 { write(storage.elements) }
    self.init(shape: shape, count: count, storage: storage)
  }

  /// A tensor that `write` computes from the elements of another.
  init(
    shape: [Int], from operand: Tensor,
    _ write: (_ operand: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>) -> Void
  ) {
    self.init(shape: shape) { memory in
      withExtendedLifetime(operand) { write(operand.storage.elements, memory) }
    }
  }

  /// A tensor that `write` computes from the elements of two others.
  init(
    shape: [Int], from left: Tensor, _ right: Tensor,
    _ write: (
      _ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>,
      _ result: UnsafeMutablePointer<Float>
    ) -> Void
  ) {
    self.init(shape: shape) { memory in
      withExtendedLifetime((left, right)) {
        write(left.storage.elements, right.storage.elements, memory)
      }
    }
  }
}
