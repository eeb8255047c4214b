extension Trainer {
  /// The loss and the metrics over a whole set of items, as it stands; nothing is trained.
  public func evaluate(on items: Items) -> (loss: Double, metrics: [EpochRecord.Figure]) {
    var lossSum = 0.0
    var count = 0
    var accumulators = metrics.map(\.accumulator)
    forEachBatch(of: items) { size, batch in
      let predictions = model(batch.input)
      lossSum += Double(loss(predictions, batch.targets).value.item) * Double(size)
      count += size
      for index in accumulators.indices {
        accumulators[index].add(predictions.value, batch.targets)
      }
    }
    return (
      lossSum / Double(count),
      zip(metrics, accumulators).map { EpochRecord.Figure(name: $0.name, value: $1.value) }
    )
  }

  /// The model's predictions for all items, in their order.
  public func predictions(for items: Items) -> Tensor {
    var parts: [Tensor] = []
    forEachBatch(of: items) { _, batch in parts.append(model(batch.input).value) }
    return Tensor.concatenate(parts, axis: 0)
  }

  /// Without gradients there is room for larger batches, which are faster. Their size is fixed,
  /// since the order of the sums, hence their last bits, depends on it.
  private func forEachBatch(
    of items: Items, _ body: (_ count: Int, Batch<Items.Input, Items.Targets>) -> Void
  ) {
    let size = max(batchSize, 512)
    for start in stride(from: 0, to: items.count, by: size) {
      let positions = Array(start..<min(start + size, items.count))
      body(positions.count, items.batch(at: positions))
    }
  }
}
