import Testing

@testable import Engine

@Suite struct EmbeddingBagTests {
  struct Figures: GradientFigures {
    var mode: String
    var shape: [Int]
    var ids: [Int32]
    var offsets: [Int]?
    var paddingIndex: Int?
    var upstream, output: ReferenceTensor
    var leaves, gradients: [String: ReferenceTensor]
  }

  private static let modes: [String: EmbeddingBag.Mode] = ["sum": .sum, "mean": .mean, "max": .max]

  @Test("Tables and rows of ids, empty bags and padding as in PyTorch") func reference() throws {
    let figures = try ReferenceFile.read("bags", as: [Figures].self)
    #expect(figures.count == 15)
    for figure in figures {
      let variables = figure.variables
      let bag = EmbeddingBag(
        weight: try #require(variables["weight"]), mode: try #require(Self.modes[figure.mode]),
        paddingIndex: figure.paddingIndex)
      let ids = Indices(shape: figure.shape, values: figure.ids)
      let comment = Comment(rawValue: "\(figure.mode), padding \(figure.paddingIndex ?? -1)")
      figure.check("layer:EmbeddingBag", variables, within: 1e-6, comment) { _ in
        figure.offsets.map { bag(ids, offsets: Indices($0)) } ?? bag(ids)
      }
    }
  }

  @Test("The same as an embedding and a reduction, here of 200 bags")
  func sameAsEmbedding() {
    var random = RandomGenerator(seed: 5)
    let table = Embedding(count: 50, width: 7, using: &random)
    let ids = Indices(
      shape: [200, 9], values: (0..<1800).map { _ in Int32(random.integer(below: 50)) })
    let rows = table(ids).value
    for mode in EmbeddingBag.Mode.allCases {
      let found = EmbeddingBag(weight: table.weight, mode: mode)(ids).value
      let expected =
        switch mode {
        case .sum: rows.sum(axis: 1)
        case .mean: rows.mean(axis: 1)
        case .max: rows.max(axis: 1)
        }
      #expect(largestError(found, expected) <= 1e-6)
    }
  }

  @Test func nothingInAnyBag() {
    var random = RandomGenerator(seed: 6)
    for mode in EmbeddingBag.Mode.allCases {
      let bag = EmbeddingBag(count: 3, width: 2, mode: mode, paddingIndex: 0, using: &random)
      #expect(bag.weight.value[row: 0] == [0, 0])
      #expect(bag(Indices(shape: [2, 0], values: [])).value == .zeros([2, 2]))
      #expect(bag(Indices(shape: [2, 2], values: [0, 0, 0, 0])).value == .zeros([2, 2]))
      #expect(bag([] as Indices, offsets: []).value.shape == [0, 2])
      #expect(bag([] as Indices, offsets: [0, 0]).value == .zeros([2, 2]))
    }
  }
}
