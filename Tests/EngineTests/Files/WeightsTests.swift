import Engine
import Testing

struct WeightsTests {
  private func line(_ slope: Float, _ intercept: Float) -> Line {
    let line = Line()
    line.slope.value = Tensor([slope])
    line.intercept.value = Tensor([intercept])
    return line
  }

  @Test("weights are written, read and put into another model")
  func roundTrip() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/line.safetensors"
      try SafeTensors(line(0.1, -3)).write(to: path)
      let other = Line()
      try other.load(SafeTensors(path: path))
      #expect(other.slope.value == Tensor([0.1]) && other.intercept.value == [-3])
    }
  }

  @Test("names of another program are translated")
  func renamed() throws {
    var foreign = SafeTensors()
    foreign.metadata["from"] = "elsewhere"
    foreign.add([5] as Tensor, named: "line.weight")
    foreign.add([6] as Tensor, named: "line.bias")
    let names = ["line.weight": "slope", "line.bias": "intercept"]
    let translated = foreign.renamed { names[$0] ?? $0 }
    #expect(translated.metadata == foreign.metadata)
    let line = Line()
    try line.load(translated)
    #expect(line.slope.value == [5] && line.intercept.value == [6])
  }

  static let unfit: [(tensors: [(String, Tensor)], reason: String)] = [
    ([("slope", [1])], "there is no tensor intercept; there are slope"),
    (
      [("slope", [1, 2]), ("intercept", [1])],
      "the tensor slope has the shape [2], the parameter [1]"
    ),
    (
      [("slope", [1]), ("intercept", [1]), ("curve", [1])], "there is no parameter for curve"
    ),
  ]

  @Test("what does not fit is said, and changes nothing", arguments: unfit.indices)
  func mistakes(index: Int) {
    var file = SafeTensors()
    for (name, tensor) in Self.unfit[index].tensors { file.add(tensor, named: name) }
    let line = line(7, 8)
    let error = #expect(throws: ModelFileError.self) { try line.load(file) }
    #expect(error?.reason == Self.unfit[index].reason)
    #expect(line.slope.value == [7] && line.intercept.value == [8])
  }

  @Test("others may be ignored")
  func ignoringOthers() throws {
    var file = SafeTensors(line(1, 2))
    file.add([3] as Tensor, named: "curve")
    let line = Line()
    try line.load(file, ignoringOthers: true)
    #expect(line.intercept.value == [2])
  }
}
