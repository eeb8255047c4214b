extension SafeTensors {
  /// The longest header read; the format's own limit.
  private static let longestHeader = 100_000_000

  /// Reads a file.
  ///
  /// - Throws: ``ModelFileError`` when the file cannot be read, is no `safetensors` file or a
  ///   damaged one, or holds elements of a type that is not an ``ElementType``.
  public init(path: String) throws {
    let bytes = try FileBytes.read(path)
    do {
      try self.init(bytes: bytes)
    } catch let malformed as MalformedFile {
      throw ModelFileError(path: path, reason: malformed.reason)
    }
    self.path = path
  }

  /// The contents of a file.
  init(bytes: [UInt8]) throws {
    let start = try SafeTensors.startOfElements(bytes)
    let header = try SafeTensorsHeader(bytes[8..<start])
    try SafeTensors.checkPlaces(header.records, size: bytes.count - start)
    let entries = try header.records.map { record in
      Entry(
        name: record.name, type: try SafeTensors.checkedType(of: record), shape: record.shape,
        bytes: bytes[start + record.begin..<start + record.end])
    }
    self.init(entries: entries, metadata: header.metadata)
  }

  private static func startOfElements(_ bytes: [UInt8]) throws -> Int {
    guard bytes.count >= 8 else {
      throw MalformedFile("this is no safetensors file: it has only \(bytes.count) bytes")
    }
    let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(longestHeader), length <= UInt64(bytes.count - 8) else {
      throw MalformedFile(
        "this is no safetensors file, or a truncated one: its header would have \(length) bytes, "
          + "the file has \(bytes.count)")
    }
    guard length > 0, bytes[8] == UInt8(ascii: "{") else {
      throw MalformedFile("this is no safetensors file: its header does not begin with {")
    }
    return 8 + Int(length)
  }

  /// The tensors must fill the file, without a gap or an overlap.
  private static func checkPlaces(_ records: [SafeTensorsHeader.Record], size: Int) throws {
    var position = 0
    for record in records.sorted(by: { ($0.begin, $0.end) < ($1.begin, $1.end) }) {
      guard record.begin == position, record.end >= record.begin, record.end <= size else {
        throw MalformedFile(
          "the tensor \(record.name) is to lie at \(record.begin)..<\(record.end), which is out of "
            + "the file's \(size) bytes of elements, overlaps another or leaves a gap; is the file "
            + "truncated?")
      }
      position = record.end
    }
    guard position == size else {
      throw MalformedFile("\(size - position) bytes at the end of the file belong to no tensor")
    }
  }

  private static func checkedType(of record: SafeTensorsHeader.Record) throws -> ElementType {
    guard let type = ElementType(rawValue: record.type) else {
      let known = ElementType.allCases.map(\.rawValue).joined(separator: ", ")
      throw MalformedFile(
        "the tensor \(record.name) holds \(record.type), which cannot be read; \(known) can")
    }
    // Axes of length 0 must not hide others whose product no number can hold.
    var (nonempty, overflow) = (type.width, false)
    for length in record.shape where length > 0 && !overflow {
      (nonempty, overflow) = nonempty.multipliedReportingOverflow(by: length)
    }
    let size = record.shape.contains(0) ? 0 : nonempty
    guard !overflow, record.end - record.begin == size else {
      throw MalformedFile(
        "the tensor \(record.name) of shape \(record.shape) and type \(type.rawValue) cannot have "
          + "\(record.end - record.begin) bytes")
    }
    return type
  }
}
