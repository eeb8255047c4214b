import Foundation
import Testing

@testable import Engine

struct SafeTensorsTests {
  private static func path(of name: String) -> String {
    Bundle.module.bundleURL.appendingPathComponent("Reference/\(name).safetensors").path
  }

  /// Tests/Reference/safetensors_file.py made it with the Python package.
  private static func pythonFile() throws -> SafeTensors {
    try SafeTensors(path: path(of: "python"))
  }

  /// The same script checks that the Python package reads this.
  private static func engineFile() -> SafeTensors {
    var file = SafeTensors()
    file.metadata = ["ü": "a \"b\" \\\n", "made by": "Lectern"]
    file.add(
      Tensor(shape: [2, 3], scalars: [0.5, -1.25, 3, 1e-3, .infinity, -0.0]), named: "layer.weight")
    file.add(Tensor(2.5), named: "größe \"q\"\n")
    file.add(Indices(shape: [2, 1], values: [5, -6]), named: "layer.ids")
    file.add(Tensor.zeros([0, 4]), named: "empty")
    file.add([[1 / 3.0, 2]], width: 2, named: "rows")
    return file
  }

  @Test("the committed file that the Python package reads is what the engine writes")
  func writesForPython() throws {
    #expect(try FileBytes.read(Self.path(of: "engine")) == Self.engineFile().bytes)
  }

  private static let values: [Float] = [0.5, -1.25, 3, 1e-3, 65504, -0.0]

  @Test("single and double precision, a number, nothing, a name with odd characters")
  func singles() throws {
    let file = try Self.pythonFile()
    let single = try file.tensor("single")
    #expect(single.shape == [2, 3])
    #expect(single.scalars.map(\.bitPattern) == Self.values.map(\.bitPattern))
    #expect(
      try file.tensor("double").scalars
        == [0.5, -1.25, 3, 1e-3, 65504, -0.0].map {
          Float(Double($0 as Float) / 3)
        })
    #expect(try file.tensor("number") == Tensor(2.5))
    #expect(try file.tensor("empty").shape == [0, 4])
    #expect(try file.tensor("Größe \"q\"\n") == [1])
    #expect(file.metadata == ["made by": "Python", "ä": "\\ \" \t"])
    #expect(file.names.count == 15)
  }

  @Test("half precision in both forms, with all that is special in it")
  func halves() throws {
    let file = try Self.pythonFile()
    let half: [Float] = [0.5, -1.25, 3, 0.0010004043579101562, 65504, -0.0]
    #expect(try file.tensor("half").scalars.map(\.bitPattern) == half.map(\.bitPattern))
    let special = try file.tensor("half.special").scalars
    #expect(special[0] == .infinity && special[1] == -.infinity && special[2].isNaN)
    #expect(special[3] == 0x1p-24 && special[4] == -0x1p-14)
    let brain: [Float] = [0.5, -1.25, 3, 0.00099945068359375, 65536, -0.0]
    #expect(try file.tensor("brain").scalars.map(\.bitPattern) == brain.map(\.bitPattern))
  }

  @Test("whole numbers of every width, as indices and as numbers")
  func wholeNumbers() throws {
    let file = try Self.pythonFile()
    #expect(try file.indices("long") == [0, -1, Int(Int32.max)])
    #expect(try file.indices("int") == Indices(shape: [2, 2], values: [7, -8, 9, 10]))
    #expect(try file.indices("short") == [-300, 300])
    #expect(try file.indices("byte") == [-128, 127])
    #expect(try file.indices("unsigned") == [0, 255])
    #expect(try file.indices("truth") == [1, 0, 1])
    #expect(try file.tensor("short") == [-300, 300])
    #expect(try file.tensor("truth") == [1, 0, 1])
  }

  @Test("what cannot be converted or is not there is said by name")
  func mistakes() throws {
    let file = try Self.pythonFile()
    func reason(_ read: () throws -> Any) -> String? {
      (#expect(throws: ModelFileError.self) { _ = try read() })?.reason
    }
    #expect(
      reason { try file.indices("too long") }
        == "the tensor too long holds 2147483648, which does not fit 32 bits")
    #expect(
      reason { try file.indices("single") }
        == "the tensor single holds F32, not whole numbers")
    let missing = try #require(reason { try file.tensor("Single") })
    #expect(missing.hasPrefix("there is no tensor Single; there are "))
    #expect(missing.hasSuffix(" and 7 more"))
  }

  @Test("what is written is read again, to the bit")
  func roundTrip() throws {
    var file = SafeTensors()
    file.metadata = ["a": "b\u{1}\"\\", "": "ü"]
    file.add(Tensor(shape: [2, 3], scalars: Self.values), named: "w.\"\\\n\u{1f}ü")
    file.add(Indices(shape: [1, 2], values: [5, -6]), named: "ids")
    file.add([[1 / 3.0, 2], [3, .infinity]], width: 2, named: "rows")
    file.add(Tensor.zeros([0, 2]), named: "nothing")
    file.add(Tensor(.nan), named: "nan")
    let read = try SafeTensors(bytes: file.bytes)
    #expect(read == file)
    #expect(read.metadata == file.metadata)
    #expect(Set(read.names) == Set(file.names))
    for entry in file.entries { #expect(read.entries.contains(entry)) }
    #expect(try read.rows("rows", width: 2) == [[1 / 3.0, 2], [3, .infinity]])
    #expect(try read.tensor("nan").item.isNaN)
    // Eight bytes, a header, and elements that begin at a multiple of eight.
    let length = file.bytes[..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    #expect(length % 8 == 0)
    #expect(file.bytes.count == 8 + length + 24 + 8 + 32 + 0 + 4)
  }

  @Test("equal are those with the same tensors and metadata, wherever they were read")
  func equality() throws {
    try withTemporaryFolder { folder in
      let file = Self.engineFile()
      try file.write(to: folder + "/a")
      let read = try SafeTensors(path: folder + "/a")
      #expect(read == file)
      #expect(read.path != nil)
      try read.write(to: folder + "/b")
      #expect(try SafeTensors(path: folder + "/b") == read)
    }
    func one(_ value: Float, _ name: String = "a", _ key: String = "k") -> SafeTensors {
      var file = SafeTensors()
      file.add(Tensor([value]), named: name)
      file.metadata[key] = "x"
      return file
    }
    #expect(one(0) == one(0))
    for other in [one(-0.0), one(1), one(0, "b"), one(0, "a", "l"), SafeTensors()] {
      #expect(one(0) != other)
    }
    #expect(one(.nan) == one(.nan))
  }

  @Test("half precision, each of its numbers")
  func everyHalf() {
    for bits in UInt16.min...UInt16.max {
      let sign: Float = bits & 0x8000 == 0 ? 1 : -1
      let (exponent, mantissa) = (Int(bits >> 10 & 0x1f), Float(bits & 0x3ff))
      let value = Float(halfBits: bits)
      switch exponent {
      case 0: #expect(value == sign * mantissa / 1024 * 0x1p-14)
      case 31: #expect(mantissa == 0 ? value == sign * .infinity : value.isNaN)
      default:
        let power = Float(sign: .plus, exponent: exponent - 15, significand: 1)
        if value != sign * (1 + mantissa / 1024) * power { Issue.record("\(bits)") }
      }
    }
    #expect(Float(halfBits: 0x8000).sign == .minus)
  }
}
