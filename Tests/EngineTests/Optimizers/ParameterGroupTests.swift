import Engine
import Testing

struct ParameterGroupTests {
  private static func optimizer(
    _ line: Line, _ groups: [ParameterGroup<SGD>]
  ) -> Optimizer<SGD> {
    line.slope.gradient = [1]
    line.intercept.gradient = [1]
    return Optimizer(SGD(learningRate: 1), for: line, groups: groups)
  }

  @Test("a group has a share of the rate, also of a scheduled one; the others the whole")
  func rates() {
    let line = Line()
    var optimizer = Self.optimizer(
      line, [ParameterGroup("intercept", where: { $0 == "intercept" }) { $0.learningRate *= 0.5 }])
    optimizer.step()
    #expect(line.slope.value == [-1])
    #expect(line.intercept.value == [-0.5])
    line.slope.gradient = [1]
    line.intercept.gradient = [1]
    optimizer.step(.init(learningRate: 4))
    #expect(line.slope.value == [-5])
    #expect(line.intercept.value == [-2.5])
    #expect(optimizer.rule.learningRate == 4)
  }

  @Test("the first group that contains a parameter counts")
  func firstGroup() {
    let line = Line()
    var optimizer = Self.optimizer(
      line,
      [
        ParameterGroup("slope", where: { $0 == "slope" }) { $0.learningRate = 2 },
        ParameterGroup("all", where: { _ in true }) { $0.learningRate = 3 },
      ])
    optimizer.step()
    #expect(line.slope.value == [-2])
    #expect(line.intercept.value == [-3])
  }

  @Test("a trainer passes its groups on")
  func trainer() throws {
    let frozen = ParameterGroup<SGD>("slope", where: { $0 == "slope" }) { $0.learningRate = 0 }
    let trainer = Trainer(
      model: Line(), training: Line.points, loss: .meanSquaredError,
      optimizer: SGD(learningRate: 0.1), parameterGroups: [frozen],
      random: RandomGenerator(seed: 1))
    try trainer.fit(epochs: 2, schedule: .constant(0.2))
    #expect(trainer.model.slope.value == [0])
    #expect(trainer.model.intercept.value != [0])
  }

  @Test("a group without a parameter stops the program, which lists the names")
  func mistypedName() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let group = ParameterGroup<SGD>("biases", where: { $0 == "bias" }) { $0.weightDecay = 0 }
      _ = Self.optimizer(Line(), [group])
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("“biases” has no parameter; they are slope, intercept"))
  }
}
