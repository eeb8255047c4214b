extension FitProgress {
  func write(to file: inout SafeTensors) {
    file.set(
      "progress",
      [
        epochs.lowerBound, epochs.upperBound, stepsPerEpoch, firstBatchRecord, firstEpochRecord,
        step, isEpochOpen ? 1 : 0,
      ])
    file.add(
      [[smoothedLoss.average, smoothedLoss.startWeight]], width: 2, named: "progress.smoothedLoss")
  }

  /// Nil when the checkpoint was made between calls of `fit`.
  init?(_ file: SafeTensors, _ history: History) throws {
    guard file.metadata["progress"] != nil else { return nil }
    let numbers = try file.numbers("progress", 7)
    let smoothed = try file.rows("progress.smoothedLoss", width: 2)
    guard numbers[0] >= 1, numbers[1] >= numbers[0], numbers[2] >= 1, numbers[6] <= 1,
      numbers[3] <= history.batches.count, numbers[4] <= history.epochs.count, smoothed.count == 1,
      numbers[5] <= (numbers[1] - numbers[0] + 1) * numbers[2]
    else { throw MalformedFile("the place inside the training is impossible") }
    self.init(
      epochs: numbers[0]...numbers[1], stepsPerEpoch: numbers[2], firstBatchRecord: numbers[3],
      firstEpochRecord: numbers[4])
    (step, isEpochOpen) = (numbers[5], numbers[6] == 1)
    smoothedLoss = SmoothedLoss(average: smoothed[0][0], startWeight: smoothed[0][1])
  }
}

extension History {
  func write(to file: inout SafeTensors) {
    let names = epochs.first?.metrics.map(\.name) ?? []
    for (index, name) in names.enumerated() { file.metadata["metric.\(index)"] = name }
    file.set("metrics", [names.count])
    file.add(
      batches.map { [$0.position, $0.loss, $0.smoothedLoss, $0.learningRate] }, width: 4,
      named: "history.batches")
    file.add(
      epochs.map { epoch in
        [
          Double(epoch.epoch), epoch.trainingLoss, epoch.validationLossIfPresent == nil ? 0 : 1,
          epoch.validationLossIfPresent ?? 0,
        ] + epoch.metrics.map(\.value)
      }, width: 4 + names.count, named: "history.epochs")
  }

  init(_ file: SafeTensors) throws {
    let count = try file.numbers("metrics", 1)[0]
    let names = (0..<min(count, 10_000)).map { file.metadata["metric.\($0)"] ?? "" }
    let batches = try file.rows("history.batches", width: 4).map { row in
      BatchRecord(position: row[0], loss: row[1], smoothedLoss: row[2], learningRate: row[3])
    }
    let epochs = try file.rows("history.epochs", width: 4 + names.count).map { row in
      guard let epoch = Int(exactly: row[0]) else { throw MalformedFile("an epoch is no number") }
      return EpochRecord(
        epoch: epoch, trainingLoss: row[1], validationLoss: row[2] == 0 ? nil : row[3],
        metrics: row[2] == 0
          ? [] : zip(names, row[4...]).map { EpochRecord.Figure(name: $0, value: $1) })
    }
    self.init(epochs: epochs, batches: batches)
  }
}

extension SafeTensors {
  /// Keeps whole numbers as text, which has room for all their digits.
  mutating func set(_ key: String, _ numbers: [some BinaryInteger]) {
    metadata[key] = numbers.map { String($0) }.joined(separator: " ")
  }

  /// Numbers that ``set(_:_:)`` kept.
  func words(_ key: String) throws -> [UInt64] {
    try (metadata[key] ?? "").split(separator: " ").map { text in
      guard let number = UInt64(text) else {
        throw MalformedFile("“\(key)” in its metadata is not a list of numbers")
      }
      return number
    }
  }

  /// So many numbers of everyday size.
  func numbers(_ key: String, _ count: Int) throws -> [Int] {
    let numbers = try words(key).compactMap { $0 < 1 << 31 ? Int($0) : nil }
    guard numbers.count == count else {
      throw MalformedFile("“\(key)” in its metadata is not a list of \(count) numbers")
    }
    return numbers
  }
}
