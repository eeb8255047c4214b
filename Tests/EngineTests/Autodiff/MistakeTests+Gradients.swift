@testable import Engine

extension MistakeTests {
  /// Of graphs and of functions that give gradients.
  static let gradientMistakes: [Mistake] = [
    Mistake("graph: nothing was recorded; compute the value inside recording { … }") {
      _ = Variable([1]).sum().graph
    },
    Mistake("an earlier backward() released this computation") {
      let loss = recording { Variable([1]).sum() }
      loss.backward()
      _ = loss.graph
    },
    Mistake("graph: slopes are those of a single number; the shape is [2]") {
      _ = recording { Variable([1, 2]) * 2 }.graph(slopes: true)
    },
    Mistake("valueWithGradient: the function must return a single number, such as a loss") {
      _ = gradient(at: [1, 2]) { $0 * 2 }
    },
    Mistake("valueWithGradient: the result does not depend on the variables it is taken at") {
      let x = Variable([1, 2])
      _ = gradient(at: [1, 2]) { _ in x.sum() }
    },
    Mistake("valueWithGradient: gradients of gradients are not computed; call it outside") {
      _ = gradient(at: Tensor([1, 2])) { x in
        (x * gradient(at: Tensor([1, 2])) { ($0 * $0).sum() }).sum()
      }
    },
    Mistake("valueWithGradient: one of the variables needs no gradient") {
      _ = gradient(at: Variable([1], requiresGradient: false)) { $0.sum() }
    },
    Mistake("gradients: there is no parameter \"slop\"; there are slope, intercept") {
      _ = gradient(at: ValueWithGradientTests.Line()) { $0.slope.sum() }["slop"]
    },
  ]
}
