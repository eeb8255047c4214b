import Engine
import Testing

struct ParameterTests {
  private struct Block: Layer {
    var weight = Variable([1, 2, 3] as Tensor)
    var bias: Variable? = Variable([1] as Tensor)
  }

  private struct Everything: Layer {
    let size = 3
    let names = ["a"]
    let constant: Tensor = [9, 9]
    let plain = Variable([1] as Tensor)
    let block = Block()
    let missing: Block? = nil
    let optional: Block? = Block()
    let blocks = [Block(), Block(weight: Variable([4] as Tensor), bias: nil)]
    let pair = (left: Variable([1] as Tensor), right: Variable([2] as Tensor))
    let unnamed = (Variable([1] as Tensor), 7)
    let grid = [[Variable([1] as Tensor)], [Variable([2] as Tensor)]]
  }

  @Test("parameters are found wherever a property may keep them, in the declared order")
  func names() {
    #expect(
      Everything().parameters.map(\.name) == [
        "plain", "block.weight", "block.bias", "optional.weight", "optional.bias",
        "blocks.0.weight", "blocks.0.bias", "blocks.1.weight", "pair.left", "pair.right",
        "unnamed.0", "grid.0.0", "grid.1.0",
      ])
  }

  @Test("a variable that two layers share is listed once, under its first name")
  func shared() {
    struct Tied: Layer {
      let encoder: Embedding
      let decoder: Linear
      let block = Block()
    }
    let weight = Variable([[1, 2], [3, 4]] as Tensor)
    let tied = Tied(
      encoder: Embedding(weight: weight), decoder: Linear(weight: weight, bias: nil))
    #expect(tied.parameters.map(\.name) == ["encoder.weight", "block.weight", "block.bias"])
    #expect(tied.parameterCount == 8)
  }

  private class Base {
    let first = Variable([1] as Tensor)
  }

  private final class Derived: Base, Layer {
    let second = Variable([2] as Tensor)
  }

  @Test("a class's inherited parameters come first")
  func inherited() {
    #expect(Derived().parameters.map(\.name) == ["first", "second"])
  }

  @Test("a layer may name its parameters itself")
  func ownNames() {
    struct Own: Layer {
      let hidden = Variable([1] as Tensor)
      var parameters: [NamedParameter] { [NamedParameter(name: "scale", variable: hidden)] }
    }
    struct Outer: Layer {
      let inner = Own()
    }
    #expect(Outer().parameters.map(\.name) == ["inner.scale"])
  }

  @Test("a layer without parameters")
  func none() {
    struct Sum: Layer {
      func callAsFunction(_ input: Variable) -> Variable { input.sum() }
    }
    #expect(Sum().parameters.isEmpty)
    #expect(Sum().parameterCount == 0)
  }

  @Test("the summary lists names, shapes and counts, and adds up")
  func summary() {
    struct Factors: Layer {
      let users: Embedding
      let movies: Embedding
    }
    var random = RandomGenerator(seed: 1)
    let model = Factors(
      users: Embedding(count: 671, width: 50, using: &random),
      movies: Embedding(count: 9066, width: 50, using: &random))
    #expect(
      model.summary().representations.plain == """
        parameter      shape         count
        ─────────────  ──────────  ───────
        users.weight   [671, 50]    33,550
        movies.weight  [9066, 50]  453,300
        total                      486,850
        """)
  }
}
