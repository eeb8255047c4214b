import Testing

@testable import Engine

/// Values and gradients of the losses with settings as PyTorch computes them.
struct MoreLossReferenceTests {
  struct Case: GradientFigures, CustomStringConvertible {
    var loss, reduction: String
    var settings: [String: Float]
    var constants: [String: ReferenceTensor]
    var upstream, output: ReferenceTensor
    var leaves, gradients: [String: ReferenceTensor]

    var description: String { "\(loss), \(reduction), \(settings), \(output.scalars)" }

    func constant(_ name: String) -> Tensor { constants[name]!.tensor }

    func value(_ leaves: [String: Variable]) -> Variable {
      let reduction: Reduction =
        switch reduction {
        case "mean": .mean
        case "sum": .sum
        default: .none
        }
      switch loss {
      case "crossEntropy": return crossEntropy(leaves["logits"]!, reduction)
      case "huber":
        return huberLoss(
          leaves["predictions"]!, constant("targets"), delta: settings["corner"]!,
          reduction: reduction)
      case "smoothL1":
        return smoothL1Loss(
          leaves["predictions"]!, constant("targets"), beta: settings["corner"]!,
          reduction: reduction)
      case "binaryCrossEntropy":
        return binaryCrossEntropy(
          leaves["logits"]!, constant("targets"), positiveWeight: constant("positiveWeight"),
          reduction: reduction)
      case "bpr": return bprLoss(leaves["positives"]!, leaves["negatives"]!, reduction: reduction)
      case "marginRanking":
        return marginRankingLoss(
          leaves["positives"]!, leaves["negatives"]!, margin: settings["margin"]!,
          reduction: reduction)
      case "hinge": return hingeLoss(leaves["scores"]!, constant("targets"), reduction: reduction)
      default:
        return klDivergence(
          logits: leaves["logits"]!, targets: constant("targets"), reduction: reduction)
      }
    }

    private func crossEntropy(_ logits: Variable, _ reduction: Reduction) -> Variable {
      Engine.crossEntropy(
        logits, Indices(constant("classes").scalars.map { Int($0) }),
        weights: settings["isWeighted"].map { _ in constant("weights") },
        ignoring: settings["ignored"].map { Int($0) },
        labelSmoothing: settings["smoothing"] ?? 0, reduction: reduction)
    }
  }

  @Test("with each reduction, also where the model is very sure") func reference() throws {
    let cases = try ReferenceFile.read("more_losses", as: [Case].self)
    #expect(cases.count == 3 * (16 + 8 + 4 + 6 + 1 + 2))
    for testCase in cases {
      let variables = testCase.variables
      let value = gradients {
        let value = testCase.value(variables)
        value.backward(testCase.upstream.tensor)
        return value.value
      }
      // A surprise near 0 is a difference of logits, with their rounding.
      let floor: Float = testCase.leaves["logits"] == nil ? 1e-6 : 0.1
      let error = largestRelativeError(value, testCase.output.tensor, floor: floor)
      #expect(agreement("loss:\(testCase.loss)", error) <= 1e-6, "\(testCase)")
      for (leaf, expected) in testCase.gradients {
        let gradient = expected.tensor
        let error = largestRelativeError(
          variables[leaf]?.gradient, gradient, floor: max(gradient.abs().max().item, 1e-30))
        #expect(
          agreement("loss:\(testCase.loss), gradient", error) <= 1e-6, "\(leaf): \(testCase)")
      }
    }
  }

  @Test("an ignored item changes neither the mean nor any other item's gradient")
  func ignoredItems() {
    let logits = Tensor([[1, 2, 0], [5, -3, 1], [0, 0.5, 2]])
    let (all, kept) = (Variable(logits), Variable(logits.rows(0..<2)))
    let whole = gradients { crossEntropy(all, [2, 0, 1], ignoring: 1) }
    let part = gradients { crossEntropy(kept, [2, 0]) }
    whole.backward()
    part.backward()
    #expect(whole.value == part.value)
    #expect(all.gradient?.rows(0..<2) == kept.gradient)
    #expect(all.gradient?[row: 2] == [0, 0, 0])
  }

  @Test("a class that weighs twice counts as two items of it") func weightsCount() {
    let logits = Tensor([[1, 2], [3, -1], [0, 1]])
    let weighted = crossEntropy(Variable(logits), [0, 1, 0], weights: [1, 2]).value.item
    let repeated = crossEntropy(Variable(logits.gather(rows: [0, 1, 1, 2])), [0, 1, 1, 0]).value
      .item
    #expect((weighted - repeated).magnitude <= 1e-6)
  }

  @Test("impossible classes do not spoil a divergence") func impossibleClasses() {
    let logits = Variable(Tensor([[0, -.infinity, 0]]))
    let divergence = gradients { klDivergence(logits: logits, targets: [[0.5, 0, 0.5]]) }
    divergence.backward()
    #expect(divergence.value.item.magnitude < 1e-6)
    #expect(logits.gradient?.scalars.allSatisfy { $0.magnitude < 1e-6 } ?? false)
  }

  @Test("losses of the trainer are the functions with their settings") func trainersLosses() {
    let (x, y): (Variable, Tensor) = (Variable([[1, -2], [3, 0.5]]), [[1, 0], [0, 1]])
    #expect(Loss.huber(delta: 2)(x, y).value == huberLoss(x, y, delta: 2).value)
    #expect(Loss.smoothL1(beta: 2)(x, y).value == smoothL1Loss(x, y, beta: 2).value)
    #expect(Loss.hinge(x, 2 * y - 1).value == hingeLoss(x, 2 * y - 1).value)
    #expect(Loss.klDivergence(x, y).value == klDivergence(logits: x, targets: y).value)
    #expect(
      Loss.binaryCrossEntropy(positiveWeight: [3])(x, y).value
        == binaryCrossEntropy(x, y, positiveWeight: [3]).value)
    let classes: Indices = [0, 1]
    #expect(
      Loss.crossEntropy(weights: [1, 3], ignoring: 7, labelSmoothing: 0.1)(x, classes).value
        == crossEntropy(x, classes, weights: [1, 3], ignoring: 7, labelSmoothing: 0.1).value)
    let plain: Loss<Indices> = .crossEntropy
    #expect(plain(x, classes).value == crossEntropy(x, classes).value)
    let ranked = bprLoss(Variable([1, 3]), Variable([-2, 0.5])).value
    #expect(Loss<Indices>.bpr(x, classes).value == ranked)
    let margin = marginRankingLoss(Variable([1, 3]), Variable([-2, 0.5]), margin: 4).value
    #expect(Loss<Tensor>.marginRanking(margin: 4)(x, y).value == margin)
  }
}
