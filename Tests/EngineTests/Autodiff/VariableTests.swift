import Testing

@testable import Engine

@Suite struct VariableTests {
  @Test func gradientOfASum() {
    let weight = Variable([1, 2, 3])
    gradients { (weight * weight).sum() }.backward()
    #expect(weight.gradient == [2, 4, 6])
  }

  @Test func gradientsAccumulateUntilCleared() {
    let x = Variable([1, 2])
    for _ in 0..<3 { gradients { (x * 2).sum() }.backward() }
    #expect(x.gradient == [6, 6])
    x.gradient = nil
    gradients { x.sum() }.backward()
    #expect(x.gradient == [1, 1])
  }

  @Test func aVariableUsedTwiceGetsBothShares() {
    let x = Variable([3])
    let y = gradients { () -> Variable in
      let square = x * x
      return (square * square + square + x).sum()
    }
    y.backward()
    #expect(x.gradient == [115])
  }

  @Test func resultsKeepNoGradient() {
    let x = Variable([3])
    let (middle, loss) = gradients { () -> (Variable, Variable) in
      let middle = x * 2
      return (middle, middle.sum())
    }
    loss.backward()
    #expect(middle.gradient == nil && loss.gradient == nil && x.gradient == [2])
  }

  @Test func nothingIsRecordedOutside() {
    let x = Variable([1])
    let y = x * 2
    #expect(!y.requiresGradient)
    guard case .given = y.origin else {
      Issue.record("was recorded")
      return
    }
    gradients { (y * x).sum() }.backward()
    #expect(x.gradient == [2] && y.gradient == nil)
  }

  @Test func recordingEndsWithAnError() {
    struct Oops: Error {}
    #expect(throws: Oops.self) { try gradients { throw Oops() } }
    #expect(!(Variable([1]) * 2).requiresGradient)
    let nested = gradients { () -> Variable in
      gradients {}
      return Variable([1]) * 2
    }
    #expect(nested.requiresGradient)
  }

  @Test func frozenVariablesGetNoGradient() {
    let (x, frozen) = (Variable([[1, 2]]), Variable([[3], [4]], requiresGradient: false))
    gradients { x.matmul(frozen).sum() }.backward()
    #expect(x.gradient == [[3, 4]] && frozen.gradient == nil)
    let y = gradients { frozen * 2 }
    #expect(!y.requiresGradient)
  }

  @Test func repeatedRowsAccumulateInOrder() {
    let table = Variable(.zeros([3, 1]))
    let indices: Indices = [1, 1, 1, 2]
    let upstream: Tensor = [[1], [1e8], [-1e8], [5]]
    gradients { table.gather(rows: indices) }.backward(upstream)
    // (1 + 1e8) - 1e8 loses the 1; another order would keep it.
    #expect(table.gradient == [[0], [0], [5]])
  }

  @Test func changingTheValueInPlaceLeavesCopies() {
    let x = Variable([1, 2])
    let before = x.value
    x.value.withUnsafeMutableScalars { $0[0] = 7 }
    #expect(before == [1, 2] && x.value == [7, 2])
  }
}
