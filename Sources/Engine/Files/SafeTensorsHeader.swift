/// The header of a `safetensors` file: which tensors there are, and where.
struct SafeTensorsHeader {
  static let metadataKey = "__metadata__"

  struct Record: Equatable {
    var name: String
    var type: String
    var shape: [Int]
    /// In bytes, counted from the end of the header.
    var begin: Int, end: Int
  }

  var records: [Record] = []
  var metadata: [String: String] = [:]

  init(_ bytes: ArraySlice<UInt8>) throws {
    var scanner = HeaderScanner(bytes)
    var names: Set<String> = []
    try scanner.object { name, scanner in
      guard names.insert(name).inserted else {
        throw MalformedFile("the name \(name) occurs twice")
      }
      if name == SafeTensorsHeader.metadataKey {
        metadata = try SafeTensorsHeader.metadata(&scanner)
      } else {
        records.append(try SafeTensorsHeader.record(name, &scanner))
      }
    }
    try scanner.end()
  }

  private static func metadata(_ scanner: inout HeaderScanner) throws -> [String: String] {
    var metadata: [String: String] = [:]
    try scanner.object { key, scanner in
      guard metadata.updateValue(try scanner.string(), forKey: key) == nil else {
        throw MalformedFile("the key \(key) occurs twice in \(metadataKey)")
      }
    }
    return metadata
  }

  private static func record(_ name: String, _ scanner: inout HeaderScanner) throws -> Record {
    var (type, shape, offsets): (String?, [Int]?, [Int]?)
    try scanner.object { key, scanner in
      switch key {
      case "dtype" where type == nil: type = try scanner.string()
      case "shape" where shape == nil: shape = try scanner.integers()
      case "data_offsets" where offsets == nil: offsets = try scanner.integers()
      default: throw MalformedFile("the tensor \(name) has “\(key)” twice, or it is unknown")
      }
    }
    guard let type, let shape, let offsets, offsets.count == 2 else {
      throw MalformedFile("the tensor \(name) lacks its dtype, shape or two data_offsets")
    }
    return Record(name: name, type: type, shape: shape, begin: offsets[0], end: offsets[1])
  }
}
