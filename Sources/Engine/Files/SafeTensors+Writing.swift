extension SafeTensors {
  /// Writes the file beside `path` and renames it, so that a failure leaves what was there.
  ///
  /// - Throws: ``ModelFileError`` when it cannot be written.
  public func write(to path: String) throws {
    let (header, ordered) = encoded()
    try FileBytes.replace(path, with: [header[...]] + ordered.map(\.bytes))
  }

  /// The whole file.
  var bytes: [UInt8] {
    let (header, ordered) = encoded()
    return header + ordered.flatMap(\.bytes)
  }

  /// What stands before the elements, and the tensors in the order of these: wide elements first,
  /// so that all are aligned.
  private func encoded() -> (header: [UInt8], ordered: [Entry]) {
    let ordered = ElementType.allCases.flatMap { type in entries.filter { $0.type == type } }
    var members: [String] = []
    if !metadata.isEmpty {
      let pairs = metadata.sorted { $0.key < $1.key }.map {
        "\(quoted($0.key)):\(quoted($0.value))"
      }
      members.append("\"\(SafeTensorsHeader.metadataKey)\":{\(pairs.joined(separator: ","))}")
    }
    var position = 0
    for entry in ordered {
      let end = position + entry.bytes.count
      let shape = entry.shape.map(String.init).joined(separator: ",")
      members.append(
        "\(quoted(entry.name)):{\"dtype\":\"\(entry.type.rawValue)\",\"shape\":[\(shape)],"
          + "\"data_offsets\":[\(position),\(end)]}")
      position = end
    }
    var json = Array("{\(members.joined(separator: ","))}".utf8)
    while json.count % 8 != 0 { json.append(UInt8(ascii: " ")) }
    let length = (0..<8).map { UInt8(truncatingIfNeeded: json.count >> (8 * $0)) }
    return (length + json, ordered)
  }
}

/// A string of JSON.
private func quoted(_ text: String) -> String {
  var output = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": output += "\\\(scalar)"
    case "\u{0}"..."\u{1F}":
      let digits = String(scalar.value, radix: 16)
      output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: output.unicodeScalars.append(scalar)
    }
  }
  return output + "\""
}
