import Testing

@testable import Engine

/// Graphs too long for recursion, and what becomes of their memory.
@Suite struct GraphTests {
  private static func chain(from start: Variable, length: Int) -> Variable {
    gradients {
      var result = start
      for _ in 0..<length { result = result + 1 }
      return result
    }
  }

  @Test func aMillionOperationsBackward() {
    let x = Variable(Tensor(1))
    let end = Self.chain(from: x, length: 1_000_000)
    #expect(end.value.item == 1_000_001)
    end.backward()
    #expect(x.gradient?.item == 1)
  }

  @Test func aMillionOperationsDropped() {
    let x = Variable(Tensor(1))
    _ = Self.chain(from: x, length: 1_000_000)
    #expect(x.gradient == nil)
  }

  @Test func backwardFreesTheGraph() {
    weak var middle: Variable?
    let x = Variable([1])
    let loss = gradients { () -> Variable in
      let product = x * 3
      middle = product
      return product.sum()
    }
    #expect(middle != nil)
    loss.backward()
    #expect(middle == nil)
    #expect(x.gradient == [3])
  }

  @Test func droppingALossFreesTheGraph() {
    weak var middle: Variable?
    let x = Variable([1])
    do {
      let loss = gradients { () -> Variable in
        let product = x * 3
        middle = product
        return product.sum()
      }
      #expect(loss.value.item == 3)
    }
    #expect(middle == nil)
  }

  @Test func whatIsStillHeldSurvivesTheRest() {
    let x = Variable([2])
    var kept: Variable?
    do {
      let end = gradients { () -> Variable in
        let square = x * x
        kept = square
        return (square * 3).sum()
      }
      #expect(end.value.item == 12)
    }
    kept?.backward()
    #expect(x.gradient == [4])
  }

  @Test func manyPathsAreWalkedOnce() {
    let x = Variable([1])
    let end = gradients { () -> Variable in
      var result = x
      // 2^60 paths lead back to x.
      for _ in 0..<60 { result = (result + result) * 0.5 }
      return result.sum()
    }
    end.backward()
    #expect(x.gradient == [1])
  }
}
