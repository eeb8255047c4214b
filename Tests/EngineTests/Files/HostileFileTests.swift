import Testing

@testable import Engine

/// Files that are damaged, or made to do damage, are refused with a reason.
struct HostileFileTests {
  private static func file(_ header: String, elements: Int, length: UInt64? = nil) -> [UInt8] {
    let json = Array(header.utf8)
    let length = length ?? UInt64(json.count)
    return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + json
      + [UInt8](repeating: 0, count: elements)
  }

  private static func tensor(
    _ name: String, _ shape: String, _ begin: String, _ end: String, type: String = "F32"
  ) -> String {
    "\"\(name)\":{\"dtype\":\"\(type)\",\"shape\":[\(shape)],\"data_offsets\":[\(begin),\(end)]}"
  }

  private static let deep = String(repeating: "[", count: 100_000)

  static let hostile: [(what: String, bytes: [UInt8], reason: String)] = [
    ("nothing", [], "only 0 bytes"),
    ("seven bytes", [1, 2, 3, 4, 5, 6, 7], "only 7 bytes"),
    ("no header", file("", elements: 0), "does not begin with {"),
    ("a header longer than the file", file("{}", elements: 0, length: 3), "would have 3 bytes"),
    ("a huge header", file("{}", elements: 0, length: .max), "18446744073709551615"),
    ("another format", Array("PK\u{3}\u{4}zip archive of a model".utf8), "no safetensors file"),
    ("an open object", file("{", elements: 0), "no “\"”"),
    ("text behind the end", file("{} x", elements: 0), "something behind the end"),
    ("no UTF-8", file("", elements: 0, length: 4) + Array("{\"".utf8) + [0xff, 0x22], "not UTF-8"),
    ("nothing but a quote", file("{\"", elements: 0), "does not end"),
    ("a name that does not end", file("{\"abc", elements: 0), "does not end"),
    ("half a surrogate pair", file("{\"\\ud800\":1}", elements: 0), "surrogate"),
    ("an unknown escape", file("{\"\\x\":1}", elements: 0), "unknown escape"),
    ("a deep array", file("{\"a\":\(deep)", elements: 0), "no “{”"),
    (
      "a deep shape", file("{\"a\":{\"shape\":\(deep)", elements: 0),
      "no whole number from 0"
    ),
    (
      "the same name twice",
      file("{\(tensor("a", "1", "0", "4")),\(tensor("a", "1", "4", "8"))}", elements: 8),
      "the name a occurs twice"
    ),
    (
      "the same field twice",
      file("{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\"}}", elements: 0), "“dtype” twice"
    ),
    ("a field missing", file("{\"a\":{\"dtype\":\"F32\"}}", elements: 0), "lacks its dtype"),
    (
      "an unknown field", file("{\"a\":{\"stride\":[1]}}", elements: 0), "“stride” twice, or it is"
    ),
    (
      "metadata that are no text", file("{\"__metadata__\":{\"a\":1}}", elements: 0), "no “\"”"
    ),
    (
      "overlapping tensors",
      file("{\(tensor("a", "2", "0", "8")),\(tensor("b", "2", "4", "12"))}", elements: 12),
      "overlaps"
    ),
    (
      "the same place twice",
      file("{\(tensor("a", "2", "0", "8")),\(tensor("b", "2", "0", "8"))}", elements: 8),
      "overlaps"
    ),
    (
      "a gap",
      file("{\(tensor("a", "1", "0", "4")),\(tensor("b", "1", "8", "12"))}", elements: 12),
      "leaves a gap"
    ),
    ("a place outside", file("{\(tensor("a", "2", "0", "8"))}", elements: 4), "truncated"),
    (
      "bytes of nobody", file("{\(tensor("a", "1", "0", "4"))}", elements: 5), "belong to no tensor"
    ),
    ("an end before the begin", file("{\(tensor("a", "1", "4", "0"))}", elements: 4), "4..<0"),
    (
      "a negative place", file("{\(tensor("a", "1", "-4", "0"))}", elements: 4),
      "no whole number from 0"
    ),
    (
      "a place beyond all numbers",
      file("{\(tensor("a", "1", "0", "99999999999999999999"))}", elements: 4),
      "no whole number from 0"
    ),
    ("a broken number", file("{\(tensor("a", "1.5", "0", "4"))}", elements: 4), "no “]”"),
    ("a leading zero", file("{\(tensor("a", "01", "0", "4"))}", elements: 4), "no whole number"),
    (
      "too many elements", file("{\(tensor("a", "3", "0", "8"))}", elements: 8),
      "of shape [3] and type F32 cannot have 8 bytes"
    ),
    (
      "a product that overflows to the right size",
      file("{\(tensor("a", "4611686018427387904,4", "0", "0"))}", elements: 0),
      "cannot have 0 bytes"
    ),
    (
      "an overflow behind an axis of length 0",
      file("{\(tensor("a", "0,4611686018427387904,4", "0", "0"))}", elements: 0),
      "cannot have 0 bytes"
    ),
    (
      "an unknown type", file("{\(tensor("a", "1", "0", "4", type: "F8_E4M3"))}", elements: 4),
      "the tensor a holds F8_E4M3, which cannot be read; F64, F32, F16, BF16"
    ),
  ]

  @Test(arguments: hostile.indices)
  func refused(index: Int) {
    let (what, bytes, reason) = Self.hostile[index]
    let error = #expect(throws: MalformedFile.self, "\(what)") { try SafeTensors(bytes: bytes) }
    #expect(error?.reason.contains(reason) == true, "\(what): \(error?.reason ?? "")")
  }

  @Test("a sound file, cut off or with a bit flipped anywhere, never stops the program")
  func damaged() throws {
    var file = SafeTensors()
    file.add([1, 2, 3] as Tensor, named: "a")
    file.add([1, 2] as Indices, named: "b")
    file.metadata["c"] = "d"
    let sound = file.bytes
    for length in sound.indices {
      #expect(throws: MalformedFile.self) { try SafeTensors(bytes: Array(sound[..<length])) }
    }
    for index in sound.indices {
      for bit in 0..<8 {
        var bytes = sound
        bytes[index] ^= 1 << bit
        guard let read = try? SafeTensors(bytes: bytes) else { continue }
        for name in read.names { _ = try? (read.tensor(name), read.indices(name)) }
      }
    }
  }

  @Test("blanks are allowed where JSON has them")
  func blanks() throws {
    let header =
      " \n{ \"a\" : {\t\"shape\" : [ 1 , 1 ] , \"dtype\":\"F32\",\"data_offsets\":[0 ,4]} }  "
    let bytes = Self.file("{" + header.dropFirst(3), elements: 4)
    #expect(try SafeTensors(bytes: bytes).shape(of: "a") == [1, 1])
  }
}
