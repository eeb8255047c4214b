extension SafeTensors {
  /// The numbers of a tensor, converted to single precision if they have another.
  ///
  /// - Throws: ``ModelFileError`` when there is no tensor of that name. Numbers too large for
  ///   single precision become infinite, as everywhere.
  public func tensor(_ name: String) throws -> Tensor {
    let entry = try entry(name)
    let scalars: [Float] =
      switch entry.type {
      case .float32: entry.elements(as: Float.self)
      case .float64: entry.elements(as: Double.self).map { Float($0) }
      case .float16: entry.elements(as: UInt16.self).map { Float(halfBits: $0) }
      case .bfloat16:
        entry.elements(as: UInt16.self).map { Float(bitPattern: UInt32($0) << 16) }
      default: entry.integers.map { Float($0) }
      }
    return Tensor(shape: entry.shape, scalars: scalars)
  }

  /// The whole numbers of a tensor.
  ///
  /// - Throws: ``ModelFileError`` when there is no tensor of that name, its elements are not
  ///   whole numbers, or one does not fit 32 bits.
  public func indices(_ name: String) throws -> Indices {
    let entry = try entry(name)
    guard entry.type.isWhole else {
      throw failure("the tensor \(name) holds \(entry.type.rawValue), not whole numbers")
    }
    let values = try entry.integers.map { integer in
      guard let value = Int32(exactly: integer) else {
        throw failure("the tensor \(name) holds \(integer), which does not fit 32 bits")
      }
      return value
    }
    return Indices(shape: entry.shape, values: values)
  }

  /// Rows of numbers in double precision.
  func rows(_ name: String, width: Int) throws -> [[Double]] {
    let entry = try entry(name)
    guard entry.type == .float64, entry.shape.count == 2, entry.shape[1] == width else {
      throw failure("\(name) has the shape \(entry.shape), not [rows, \(width)]")
    }
    let scalars = entry.elements(as: Double.self)
    return (0..<entry.shape[0]).map { Array(scalars[$0 * width..<($0 + 1) * width]) }
  }

  private func entry(_ name: String) throws -> Entry {
    guard let entry = entries.first(where: { $0.name == name }) else {
      throw failure("there is no tensor \(name); there are \(listed(names))")
    }
    return entry
  }

  func failure(_ reason: String) -> ModelFileError {
    ModelFileError(path: path ?? "weights", reason: reason)
  }
}

extension SafeTensors.Entry {
  /// The elements as they lie in the file. All our platforms are little endian, as the format is.
  func elements<Element: BitwiseCopyable>(as type: Element.Type) -> [Element] {
    bytes.withUnsafeBytes { buffer in
      (0..<count).map { index in
        buffer.loadUnaligned(fromByteOffset: index * MemoryLayout<Element>.stride, as: type)
      }
    }
  }

  /// The elements of a type of whole numbers.
  var integers: [Int] {
    switch type {
    case .int64: elements(as: Int64.self).map { Int($0) }
    case .int32: elements(as: Int32.self).map { Int($0) }
    case .int16: elements(as: Int16.self).map { Int($0) }
    case .int8: elements(as: Int8.self).map { Int($0) }
    default: bytes.map { Int($0) }
    }
  }
}

/// The first of the names, for messages.
func listed(_ names: [String]) -> String {
  if names.isEmpty { return "none" }
  let shown = names.prefix(8).joined(separator: ", ")
  return names.count > 8 ? shown + " and \(names.count - 8) more" : shown
}
