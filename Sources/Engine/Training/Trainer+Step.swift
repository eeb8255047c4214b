extension Trainer {
  /// One optimizer step on a batch of an epoch, both counted from 1; gives the loss before it.
  func step(epoch: Int, batch: Int) throws -> Double {
    if orderOfEpoch.epoch != epoch { orderOfEpoch = (epoch, order(ofEpoch: epoch)) }
    let size = itemsPerStep
    let range = (batch - 1) * size..<min(batch * size, itemsPerEpoch)
    let positions = orderOfEpoch.order.positions(at: range)
    // Running figures, as of batch normalisation, have changed before the loss is known.
    let running = optimizer.parameters.filter { !$0.requiresGradient }
    let before = running.map(\.value)
    var stepRandom = random.split("layers").split(epoch).split(batch)
    let loss = lossWithGradients(at: positions, using: &stepRandom)
    if loss.isFinite { gradientClipping?.clip(optimizer.parameters) }
    let fault = loss.isFinite ? optimizer.gradientFault : nil
    guard loss.isFinite, fault == nil else {
      for variable in optimizer.parameters { variable.gradient = nil }
      for (variable, value) in zip(running, before) { variable.value = value }
      throw TrainingDiverged(
        epoch: epoch, batch: batch, loss: loss, learningRate: optimizer.setting.learningRate,
        item: firstItemWithoutNumber(at: positions), gradient: fault)
    }
    optimizer.step()
    return loss
  }

  /// Looks whether the steps of an epoch have left the range of the numbers: also the last one,
  /// after which there is no loss that would show it.
  func checkParameters(afterEpoch epoch: Int, batch: Int, loss: Double) throws {
    let index = optimizer.parameters.firstIndex { !$0.value.largestMagnitude.isFinite }
    guard let index else { return }
    throw TrainingDiverged(
      epoch: epoch, batch: batch, loss: loss, learningRate: optimizer.setting.learningRate,
      parameter: optimizer.names[index])
  }

  /// The loss of the items at some positions. Leaves the gradients in the parameters, those of
  /// a part of the items when the loss is not finite.
  ///
  /// The items go through the model in batches whose gradients add up, each batch weighted by its
  /// share of the items, so that the sum is the gradient of all the items' mean.
  ///
  /// - Parameter random: for layers such as dropout.
  func lossWithGradients(at positions: [Int], using random: inout RandomGenerator) -> Double {
    var total = 0.0
    for start in stride(from: 0, to: positions.count, by: batchSize) {
      let part = Array(positions[start..<min(start + batchSize, positions.count)])
      let share = Double(part.count) / Double(positions.count)
      total += withTraining(using: &random) {
        share * lossWithGradients(of: training.batch(at: part), weight: share)
      }
      if !total.isFinite { break }
    }
    return total
  }

  /// The loss of one batch; its gradients, times the weight, unless the loss is not finite.
  private func lossWithGradients(
    of batch: Batch<Items.Input, Items.Targets>, weight: Double
  ) -> Double {
    gradients {
      let batchLoss = loss(model(batch.input), batch.targets)
      let value = batchLoss.value.item
      if value.isFinite { (weight == 1 ? batchLoss : batchLoss * Float(weight)).backward() }
      return Double(value)
    }
  }

  /// The first of the items whose input or target holds an infinite number or none at all, as far
  /// as these are tensors.
  private func firstItemWithoutNumber(at positions: [Int]) -> Int? {
    positions.first { position in
      let item = training.batch(at: [position])
      return [item.input as Any, item.targets as Any].contains { part in
        (part as? Tensor)?.scalars.contains { !$0.isFinite } ?? false
      }
    }
  }
}
